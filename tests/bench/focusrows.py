#!/usr/bin/env python3
# SPDX-FileCopyrightText: Costglass contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a FOCUS 1.2 file of so many rows, the same each time: focusrows.py ROWS FILE.csv"""
import datetime
import random
import sys

COLUMNS = ("BilledCost,BillingAccountId,BillingAccountName,BillingCurrency,BillingPeriodEnd,BillingPeriodStart,"
           "ChargeCategory,ChargeClass,ChargeDescription,ChargeFrequency,ChargePeriodEnd,ChargePeriodStart,"
           "ConsumedQuantity,ConsumedUnit,ContractedCost,EffectiveCost,InvoiceIssuerName,ListCost,ListUnitPrice,"
           "PricingCategory,PricingQuantity,PricingUnit,ProviderName,PublisherName,RegionId,RegionName,ResourceId,"
           "ServiceCategory,ServiceName,ServiceSubcategory,SkuId,SkuMeter,SkuPriceId,SubAccountId,SubAccountName,Tags")
KINDS = ("Input Tokens", "Output Tokens", "Cache Read Tokens", "Cache Write Tokens")


def main():
    rows, path = int(sys.argv[1]), sys.argv[2]
    pick = random.Random(20261124)
    first = datetime.datetime(2026, 9, 1)
    hours = 24 * 60
    with open(path, "w", encoding="utf-8", newline="") as out:
        out.write(COLUMNS + "\r\n")
        for index in range(rows):
            start = first + datetime.timedelta(hours=index * hours // rows)
            end = start + datetime.timedelta(hours=1)
            month = start.replace(day=1, hour=0)
            after = (month + datetime.timedelta(days=32)).replace(day=1)
            model, kind, project = pick.randrange(24), pick.choice(KINDS), pick.randrange(60)
            tokens = pick.randrange(1, 900_000)
            cost = f"{tokens * (model + 1) * 37 / 1e9:.9f}"
            price = f"{(model + 1) * 0.037:.3f}"
            region = f"region-{pick.randrange(6)}"
            out.write(
                f'{cost},1234567890,"Example, Inc.",USD,{after:%Y-%m-%dT%H:%M:%SZ},{month:%Y-%m-%dT%H:%M:%SZ},Usage,,'
                f'"model-{model}, {kind.lower()}",Usage-Based,{end:%Y-%m-%dT%H:%M:%SZ},{start:%Y-%m-%dT%H:%M:%SZ},'
                f'{tokens},Tokens,{cost},{cost},Amazon Web Services,{cost},{price},Standard,{tokens / 1e6:.6f},'
                f'1000000 Tokens,AWS,Amazon Web Services,{region},Region of {region},'
                f'arn:example:model:{region}:resource-{pick.randrange(5000)},AI and Machine Learning,Amazon Bedrock,'
                f'Generative AI,model-{model},{kind},model-{model}|{kind}|standard,proj_{project},Project {project},'
                f'"{{""team"":""team-{pick.randrange(12)}"",""user"":""user-{pick.randrange(40)}""}}"\r\n')


if __name__ == "__main__":
    main()
