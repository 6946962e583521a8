// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Loads a CSV file into a DuckDB file: node duckdb.mjs FILE.csv FILE.duckdb
import { DuckDBInstance } from '@duckdb/node-api';

const [csv, file] = process.argv.slice(2);
const instance = await DuckDBInstance.create(file);
const connection = await instance.connect();
await connection.run(`CREATE TABLE focus AS SELECT * FROM read_csv('${csv}', header = true)`);
await connection.run('CHECKPOINT');
connection.closeSync();
