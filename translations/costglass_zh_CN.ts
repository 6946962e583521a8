<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Costglass::Accounts</name>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>needs a new key</source>
        <translation>需要新密钥</translation>
    </message>
    <message>
        <source>key not readable</source>
        <translation>无法读取密钥</translation>
    </message>
    <message>
        <source>reply has changed</source>
        <translation>响应格式已变</translation>
    </message>
    <message>
        <source>waits for the vendor</source>
        <translation>等待厂商</translation>
    </message>
    <message>
        <source>not reachable</source>
        <translation>无法连接</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>需要处理</translation>
    </message>
    <message>
        <source>not synced yet</source>
        <translation>尚未同步</translation>
    </message>
    <message>
        <source>vendor is late</source>
        <translation>厂商数据延迟</translation>
    </message>
    <message>
        <source>up to date</source>
        <translation>已是最新</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n 次请求</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, free</source>
        <comment>requests</comment>
        <translation>%1，免费</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Complete to</source>
        <translation>数据截至</translation>
    </message>
    <message>
        <source>Last sync</source>
        <translation>上次同步</translation>
    </message>
    <message>
        <source>Own requests this month</source>
        <translation>本月自身请求</translation>
    </message>
    <message>
        <source>No account yet.</source>
        <translation>还没有账户。</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n account(s) up to date.</source>
        <translation>
            <numerusform>%n 个账户中有 %1 个是最新的。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 of %3</source>
        <comment>requests, their cost, the limit</comment>
        <translation>%1，%2 / %3</translation>
    </message>
    <message>
        <source>from a file</source>
        <translation>来自文件</translation>
    </message>
    <message>
        <source>entered by hand</source>
        <translation>手动录入</translation>
    </message>
</context>
<context>
    <name>Costglass::AccountsPage</name>
    <message>
        <source>Costs</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>用量</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>余额</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Rates</source>
        <translation>汇率</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>days</comment>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>查询时间</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Changed since</source>
        <translation>之后的变化</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>更正前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>更正后</translation>
    </message>
    <message>
        <source>Noticed</source>
        <translation>发现时间</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Keep history</source>
        <translation>保留历史</translation>
    </message>
    <message>
        <source>Delete history</source>
        <translation>删除历史</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>+ Add account</source>
        <translation>+ 添加账户</translation>
    </message>
    <message>
        <source>Edit key</source>
        <translation>更换密钥</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>What the vendor said</source>
        <translation>厂商的原始响应</translation>
    </message>
    <message>
        <source>Double-click shows the vendor&apos;s own words, without secrets</source>
        <translation>双击可查看厂商原文（不含密钥）</translation>
    </message>
    <message>
        <source>Restated days</source>
        <translation>被更正的日期</translation>
    </message>
    <message>
        <source>The vendor has changed nothing after the fact.</source>
        <translation>厂商事后没有更正过任何数据。</translation>
    </message>
    <message>
        <source>Add one with an API key: it takes a minute, and Costglass only reads.</source>
        <translation>用 API 密钥添加一个账户，一分钟即可；Costglass 只读取数据。</translation>
    </message>
    <message>
        <source>Costglass only reads. Keys stay where you keep them; nothing leaves this computer except to the vendors.</source>
        <translation>Costglass 只读取数据。密钥留在您存放的地方；除了发往厂商的请求，没有任何内容离开这台电脑。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>%1 “%2”: what the vendor said</source>
        <translation>%1“%2”：厂商的原始响应</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>正在询问 %1……</translation>
    </message>
    <message>
        <source>Remove “%1”? Its key is deleted. Its history can stay in the ledger, or be deleted for ever: charges, usage and what the vendor said.</source>
        <translation>要移除“%1”吗？其密钥将被删除。其历史（费用、用量和厂商原文）可以保留在账本中，也可以永久删除。</translation>
    </message>
    <message>
        <source>Removed “%1”; its history stays.</source>
        <translation>已移除“%1”，历史保留。</translation>
    </message>
    <message>
        <source>Removed “%1” and its history.</source>
        <translation>已移除“%1”及其历史。</translation>
    </message>
    <message>
        <source>What the vendor said (snapshot %1)</source>
        <translation>厂商原文（快照 %1）</translation>
    </message>
</context>
<context>
    <name>Costglass::AlertWatch</name>
    <message>
        <source>Open budgets</source>
        <translation>打开预算</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) from the quiet hours</source>
        <translation>
            <numerusform>免打扰时段内的 %n 条提醒</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Costglass::Alerts</name>
    <message>
        <source>%1 has passed %2 % of %3.</source>
        <translation>“%1”已超过 %3 的 %2 %。</translation>
    </message>
    <message>
        <source>Largest cause: %1, +%2 on %3.</source>
        <translation>主要原因：%1 于 %3 +%2。</translation>
    </message>
    <message>
        <source>Largest cause: %1, +%2 on %3 (key “%4”).</source>
        <translation>主要原因：%1 于 %3 +%2（密钥 %4）。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>what happened, what caused it</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>%1 passed %2 % of %3 in the period up to %4.</source>
        <translation>“%1”在截至 %4 的周期内超过了 %3 的 %2%。</translation>
    </message>
    <message>
        <source>%1 is likely to pass %2 % of %3 by %4: in 80 of 100 cases it comes to %5 or more.</source>
        <translation>“%1”很可能在 %4 前超过 %3 的 %2%：100 次中有 80 次会达到 %5 或更多。</translation>
    </message>
    <message>
        <source>%1 cost %2 in all, where %3 is usual.</source>
        <translation>%1 共支出 %2，平时为 %3。</translation>
    </message>
    <message>
        <source>%1 cost %2 on %3, where %4 is usual.</source>
        <translation>%1 在 %3 支出 %2，平时为 %4。</translation>
    </message>
    <message>
        <source>“%1” gets no figures: %2</source>
        <translation>“%1”无法取得数据：%2</translation>
    </message>
    <message>
        <source>“%1” has no figures after %2.</source>
        <translation>“%1”在 %2 之后没有数据。</translation>
    </message>
    <message>
        <source>Budget “%1”: %2 %</source>
        <translation>预算“%1”：%2 %</translation>
    </message>
    <message>
        <source>Budget “%1”: %2 % likely</source>
        <translation>预算“%1”：很可能达到 %2%</translation>
    </message>
    <message>
        <source>Unusual spend on %1</source>
        <translation>%1 支出异常</translation>
    </message>
    <message>
        <source>Account “%1”</source>
        <translation>账户“%1”</translation>
    </message>
    <message>
        <source>Look at what rose, or raise the budget.</source>
        <translation>查看上涨的部分，或提高预算。</translation>
    </message>
    <message>
        <source>See what the key “%1” does, or raise the budget.</source>
        <translation>查看密钥“%1”的用途，或提高预算。</translation>
    </message>
    <message>
        <source>Look at what rose on that day.</source>
        <translation>查看当天上涨的部分。</translation>
    </message>
    <message>
        <source>See what the key “%1” did.</source>
        <translation>查看密钥“%1”做了什么。</translation>
    </message>
    <message>
        <source>Mend the account; what is missing is fetched then.</source>
        <translation>修复该账户，缺失的数据随后会补取。</translation>
    </message>
    <message>
        <source>Sync once more; if nothing comes, test the account.</source>
        <translation>再同步一次；若仍无数据，请测试该账户。</translation>
    </message>
    <message>
        <source>“%1” is paid again on %2: %3.</source>
        <translation>“%1”将于 %2 续费：%3。</translation>
    </message>
    <message>
        <source>“%1” is running low: %2.</source>
        <translation>“%1”即将用完：%2。</translation>
    </message>
    <message>
        <source>Plan “%1”</source>
        <translation>套餐“%1”</translation>
    </message>
    <message>
        <source>Balance “%1”</source>
        <translation>余额“%1”</translation>
    </message>
    <message>
        <source>Cancel it at the vendor before that day if it is no longer needed.</source>
        <translation>如不再需要，请在该日之前向服务商取消。</translation>
    </message>
    <message>
        <source>Top it up, or use less.</source>
        <translation>请充值，或减少用量。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>account, its balance</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 are left and likely to end on %2</source>
        <translation>剩余 %1，预计 %2 用完</translation>
    </message>
</context>
<context>
    <name>Costglass::Alibaba</name>
    <message>
        <source>Check that the AccessKey ID and secret belong together and are enabled (RAM → Users), and the account&apos;s site: a key of one site does not work at the other. Your history stays.</source>
        <translation>请检查 AccessKey ID 与 Secret 是否成对且已启用（RAM → 用户），以及账号的站点：一个站点的密钥在另一个站点无效。您的历史记录会保留。</translation>
    </message>
    <message>
        <source>Give the RAM user the policy AliyunBSSReadOnlyAccess (RAM → Users → Add permissions); your history stays.</source>
        <translation>请为该 RAM 用户授予策略 AliyunBSSReadOnlyAccess（RAM → 用户 → 添加权限）；您的历史记录会保留。</translation>
    </message>
    <message>
        <source>The balance</source>
        <translation>余额</translation>
    </message>
    <message>
        <source>The balance has an amount that cannot be read (%1): %2</source>
        <translation>余额中有一个金额无法读取（%1）：%2</translation>
    </message>
    <message>
        <source>AccessKey ID (LTAI…)</source>
        <translation>AccessKey ID（LTAI…）</translation>
    </message>
    <message>
        <source>Site: cn (China) or intl</source>
        <translation>站点：cn（中国站）或 intl（国际站）</translation>
    </message>
    <message>
        <source>Product code; “all” is the whole bill</source>
        <translation>产品代码；“all”为整份账单</translation>
    </message>
    <message>
        <source>Alibaba Cloud Bailian</source>
        <translation>阿里云百炼</translation>
    </message>
    <message>
        <source>AccessKey secret</source>
        <translation>AccessKey Secret</translation>
    </message>
    <message>
        <source>30 characters; a DashScope API key (sk-…) reads no bill</source>
        <translation>30 个字符；DashScope 的 API Key（sk-…）读不到账单</translation>
    </message>
    <message>
        <source>In the RAM console make a user for Costglass: Identities → Users → Create user, with OpenAPI access only; it shows the AccessKey ID and secret once. Then Add permissions → AliyunBSSReadOnlyAccess. For accounts of alibabacloud.com choose the site intl. The bill has each day behind a request of its own, so a first sync takes a few minutes.</source>
        <translation>在 RAM 控制台为 Costglass 创建一个用户：身份管理 → 用户 → 创建用户，只勾选 OpenAPI 调用访问；AccessKey ID 和 Secret 只显示一次。然后“添加权限”→ AliyunBSSReadOnlyAccess。alibabacloud.com 的账号请把站点选为 intl。账单的每一天都要单独请求一次，因此首次同步需要几分钟。</translation>
    </message>
    <message>
        <source>The policy AliyunBSSReadOnlyAccess, or bssapi:DescribeInstanceBill and bssapi:QueryAccountBalance alone.</source>
        <translation>策略 AliyunBSSReadOnlyAccess，或仅 bssapi:DescribeInstanceBill 和 bssapi:QueryAccountBalance。</translation>
    </message>
    <message>
        <source>The key works: it reads the bill.</source>
        <translation>密钥有效：可以读取账单。</translation>
    </message>
    <message>
        <source>%1 does not say that it succeeded.</source>
        <translation>%1没有表明成功。</translation>
    </message>
    <message>
        <source>The bill</source>
        <translation>账单</translation>
    </message>
    <message>
        <source>%1 is of no day.</source>
        <translation>%1不属于任何一天。</translation>
    </message>
    <message>
        <source>%1 has a line of no day.</source>
        <translation>%1有一行不属于任何一天。</translation>
    </message>
    <message>
        <source>%1 has a line that cannot be read (%2): %3</source>
        <translation>%1有一行无法读取（%2）：%3</translation>
    </message>
</context>
<context>
    <name>Costglass::Anthropic</name>
    <message>
        <source>Admin key</source>
        <translation>管理密钥</translation>
    </message>
    <message>
        <source>Costs are only visible to an admin key. An admin of the organization makes one in the Claude Console → Settings → Admin keys. Individual accounts cannot have one.</source>
        <translation>只有管理密钥才能读取费用。由组织管理员在 Claude Console → Settings → Admin keys 中创建；个人账户无法创建。</translation>
    </message>
    <message>
        <source>An admin key of the organization. A Claude Enterprise key needs the scope read:analytics.</source>
        <translation>组织的管理密钥。Claude Enterprise 的密钥需要 read:analytics 权限。</translation>
    </message>
    <message>
        <source>Anthropic has put the organization on hold. See the Claude Console → Settings → Billing; your history stays.</source>
        <translation>Anthropic 已暂停该组织。请查看 Claude Console → Settings → Billing；已有历史不受影响。</translation>
    </message>
    <message>
        <source>Make an admin key (sk-ant-admin01-…) in the Claude Console → Settings → Admin keys; a workspace&apos;s key cannot read costs. In Claude Enterprise the primary owner makes a key with the scope read:analytics. Your history stays.</source>
        <translation>请在 Claude Console → Settings → Admin keys 创建管理密钥（sk-ant-admin01-…）；工作区密钥无法读取费用。Claude Enterprise 由主要所有者创建带 read:analytics 权限的密钥。已有历史不受影响。</translation>
    </message>
    <message>
        <source>Anthropic is overloaded.</source>
        <translation>Anthropic 负载过高。</translation>
    </message>
    <message>
        <source>The cost report</source>
        <translation>费用报告</translation>
    </message>
    <message>
        <source>The key works: it reads the organization&apos;s costs.</source>
        <translation>密钥有效：可以读取组织的费用。</translation>
    </message>
    <message>
        <source>An admin key may also change the organization. Keep it as you keep a password.</source>
        <translation>管理密钥也能更改组织设置，请像密码一样保管。</translation>
    </message>
    <message>
        <source>The cost and usage report</source>
        <translation>费用与用量报告</translation>
    </message>
    <message>
        <source>%1 has a row that cannot be read (%2): %3</source>
        <translation>%1中有一行无法读取（%2）：%3</translation>
    </message>
    <message>
        <source>Anthropic does not tell this organization&apos;s figures before %1.</source>
        <translation>Anthropic 不提供该组织 %1 之前的数据。</translation>
    </message>
    <message>
        <source>The analytics report</source>
        <translation>分析报告</translation>
    </message>
    <message>
        <source>%1 has a row that cannot be read (entry %2): %3</source>
        <translation>%1中有一行无法读取（第 %2 条）：%3</translation>
    </message>
    <message>
        <source>This key may not read the names of %1; their ids are shown.</source>
        <translation>此密钥无权读取%1的名称，将显示其 ID。</translation>
    </message>
    <message>
        <source>workspaces</source>
        <translation>工作区</translation>
    </message>
    <message>
        <source>users</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>keys</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>The list of names</source>
        <translation>名称列表</translation>
    </message>
</context>
<context>
    <name>Costglass::Aws</name>
    <message>
        <source>Access key id (AKIA…)</source>
        <translation>访问密钥 ID（AKIA…）</translation>
    </message>
    <message>
        <source>Or a profile of ~/.aws (“env”: the environment)</source>
        <translation>或 ~/.aws 中的配置文件名（“env”表示环境变量）</translation>
    </message>
    <message>
        <source>Session token, for temporary credentials</source>
        <translation>会话令牌（用于临时凭证）</translation>
    </message>
    <message>
        <source>Region of Cost Explorer</source>
        <translation>Cost Explorer 的区域</translation>
    </message>
    <message>
        <source>Services: ai or all</source>
        <translation>服务范围：ai 或 all</translation>
    </message>
    <message>
        <source>Split by usage_type, linked_account or tag:NAME</source>
        <translation>拆分方式：usage_type、linked_account 或 tag:名称</translation>
    </message>
    <message>
        <source>Most that requests may cost in a month, in US dollars</source>
        <translation>每月请求费用上限（美元）</translation>
    </message>
    <message>
        <source>AWS AI</source>
        <translation>AWS AI</translation>
    </message>
    <message>
        <source>Secret access key</source>
        <translation>秘密访问密钥</translation>
    </message>
    <message>
        <source>40 characters; none with a profile</source>
        <translation>40 个字符；使用配置文件时留空</translation>
    </message>
    <message>
        <source>In the AWS console make a user for Costglass: IAM → Users → Create user, without console access. Give it the policy below (Add permissions → Create inline policy → JSON), then Security credentials → Create access key. Cost Explorer must have been opened once in Billing and Cost Management. Each request to it costs $0.01: Costglass asks twice a day and stops at your limit, $2.00 a month unless you set another.</source>
        <translation>在 AWS 控制台为 Costglass 新建一个用户：IAM → 用户 → 创建用户，不授予控制台访问权限。为它附加下面的策略（添加权限 → 创建内联策略 → JSON），再到“安全凭证”→“创建访问密钥”。需先在“账单与成本管理”中打开过一次 Cost Explorer。每次请求收费 0.01 美元：Costglass 每天查询两次，到达上限即停止；未另行设置时，上限为每月 2.00 美元。</translation>
    </message>
    <message>
        <source>ce:GetCostAndUsage on “*”, nothing else: {&quot;Version&quot;:&quot;2012-10-17&quot;,&quot;Statement&quot;:[{&quot;Effect&quot;:&quot;Allow&quot;,&quot;Action&quot;:&quot;ce:GetCostAndUsage&quot;,&quot;Resource&quot;:&quot;*&quot;}]}.</source>
        <translation>仅需对“*”的 ce:GetCostAndUsage：{&quot;Version&quot;:&quot;2012-10-17&quot;,&quot;Statement&quot;:[{&quot;Effect&quot;:&quot;Allow&quot;,&quot;Action&quot;:&quot;ce:GetCostAndUsage&quot;,&quot;Resource&quot;:&quot;*&quot;}]}。</translation>
    </message>
    <message>
        <source>This address has no free check of a log-in (STS GetCallerIdentity).</source>
        <translation>该地址没有免费的登录检查（STS GetCallerIdentity）。</translation>
    </message>
    <message>
        <source>Add the account with costglass-cli account add, which asks nothing; the first sync proves the log-in.</source>
        <translation>请用不做检查的 costglass-cli account add 添加账户；首次同步会验证登录。</translation>
    </message>
    <message>
        <source>The reply does not say whose key this is.</source>
        <translation>回复中没有说明密钥的归属。</translation>
    </message>
    <message>
        <source>The key works: it is that of %1. Whether it may read costs shows at the first sync, because each request to Cost Explorer costs $0.01.</source>
        <translation>密钥有效，属于 %1。能否读取费用要到首次同步时才知道，因为 Cost Explorer 每次请求收费 0.01 美元。</translation>
    </message>
    <message>
        <source>This is a key of the root user, which may do everything. A user that may only read costs is safer.</source>
        <translation>这是根用户的密钥，拥有全部权限。改用只能读取费用的用户更安全。</translation>
    </message>
    <message>
        <source>The cost report</source>
        <translation>费用报告</translation>
    </message>
    <message>
        <source>A group has not the two keys that were asked for.</source>
        <translation>有一个分组缺少所请求的两个键。</translation>
    </message>
    <message>
        <source>%1 has a day without its date.</source>
        <translation>%1中有一天没有日期。</translation>
    </message>
    <message>
        <source>%1 has a row that cannot be read (%2): %3</source>
        <translation>%1中有一行无法读取（%2）：%3</translation>
    </message>
    <message>
        <source>This server does not separate credits and taxes; they are within the services&apos; costs.</source>
        <translation>该服务器不单列抵扣和税费；它们包含在各服务的费用中。</translation>
    </message>
    <message>
        <source>Cost Explorer is not enabled for this AWS account.</source>
        <translation>此 AWS 账户未启用 Cost Explorer。</translation>
    </message>
    <message>
        <source>Open Billing and Cost Management → Cost Explorer once in the AWS console (in an organization: the management account, which must also let members see costs). AWS then needs up to 24 hours.</source>
        <translation>请在 AWS 控制台打开一次“账单与成本管理”→ Cost Explorer（在组织中由管理账户打开，并须允许成员查看费用）。之后 AWS 最多需要 24 小时。</translation>
    </message>
    <message>
        <source>This key may not read costs.</source>
        <translation>此密钥无权读取费用。</translation>
    </message>
    <message>
        <source>This key may not read costs: %1</source>
        <translation>此密钥无权读取费用：%1</translation>
    </message>
    <message>
        <source>This key may not read costs: %1.</source>
        <translation>此密钥无权读取费用：%1。</translation>
    </message>
    <message>
        <source>Attach a policy that allows ce:GetCostAndUsage to the key&apos;s user or role (IAM → Users → Add permissions); your history stays.</source>
        <translation>为密钥所属的用户或角色附加允许 ce:GetCostAndUsage 的策略（IAM → 用户 → 添加权限）；已有历史不受影响。</translation>
    </message>
    <message>
        <source>AWS does not accept the signature&apos;s time.</source>
        <translation>AWS 不接受签名中的时间。</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is wrong by more than a few minutes: set it, then sync again.</source>
        <translation>这台电脑的时钟误差超过几分钟：请校准后重新同步。</translation>
    </message>
    <message>
        <source>AWS does not accept the region of the log-in.</source>
        <translation>AWS 不接受登录所用的区域。</translation>
    </message>
    <message>
        <source>Cost Explorer is signed for us-east-1 wherever your services run: set region to us-east-1.</source>
        <translation>无论服务运行在何处，Cost Explorer 都以 us-east-1 签名：请将 region 设为 us-east-1。</translation>
    </message>
    <message>
        <source>AWS does not accept the signature.</source>
        <translation>AWS 不接受此签名。</translation>
    </message>
    <message>
        <source>The secret access key does not belong to the access key id: enter both again; your history stays.</source>
        <translation>秘密访问密钥与访问密钥 ID 不匹配：请重新输入两者；已有历史不受影响。</translation>
    </message>
    <message>
        <source>AWS does not know this access key.</source>
        <translation>AWS 不认识此访问密钥。</translation>
    </message>
    <message>
        <source>Check the access key id, and that the key is active (IAM → Users → Security credentials); your history stays.</source>
        <translation>请检查访问密钥 ID，并确认密钥处于启用状态（IAM → 用户 → 安全凭证）；已有历史不受影响。</translation>
    </message>
    <message>
        <source>The temporary credentials have expired.</source>
        <translation>临时凭证已过期。</translation>
    </message>
    <message>
        <source>Log in again (for example with aws sso login), or use a key that does not expire.</source>
        <translation>请重新登录（例如运行 aws sso login），或改用不会过期的密钥。</translation>
    </message>
    <message>
        <source>AWS asks to wait.</source>
        <translation>AWS 要求稍候。</translation>
    </message>
    <message>
        <source>Cost Explorer has no data for these days yet.</source>
        <translation>Cost Explorer 尚无这些日期的数据。</translation>
    </message>
    <message>
        <source>A new account&apos;s costs appear within 24 hours; the next sync asks again.</source>
        <translation>新账户的费用会在 24 小时内出现；下次同步会再次查询。</translation>
    </message>
    <message>
        <source>Cost Explorer&apos;s pages changed while they were read.</source>
        <translation>读取期间 Cost Explorer 的分页发生了变化。</translation>
    </message>
    <message>
        <source>The next sync reads them anew.</source>
        <translation>下次同步会重新读取。</translation>
    </message>
    <message>
        <source>Cost Explorer no longer holds these days.</source>
        <translation>Cost Explorer 已不再保存这些日期的数据。</translation>
    </message>
    <message>
        <source>It keeps the month under way and the 13 before it: ask for fewer with --since.</source>
        <translation>它保存当月及之前 13 个月：请用 --since 缩短范围。</translation>
    </message>
    <message>
        <source>Cost Explorer has trouble.</source>
        <translation>Cost Explorer 出现故障。</translation>
    </message>
</context>
<context>
    <name>Costglass::AwsProfiles</name>
    <message>
        <source>The AWS log-in of the profile “%1” has expired.</source>
        <translation>配置文件“%1”的 AWS 登录已过期。</translation>
    </message>
    <message>
        <source>Run aws sso login --profile %1, then sync again.</source>
        <translation>请运行 aws sso login --profile %1，然后重新同步。</translation>
    </message>
    <message>
        <source>The profile “%1” takes its keys from a program or another role.</source>
        <translation>配置文件“%1”的密钥来自某个程序或其他角色。</translation>
    </message>
    <message>
        <source>Costglass starts no programs and takes on no roles: name a profile with keys or one of aws sso.</source>
        <translation>Costglass 不启动程序，也不代入角色：请改用含密钥的配置文件或 aws sso 的配置文件。</translation>
    </message>
    <message>
        <source>There is no AWS profile “%1” with keys.</source>
        <translation>没有含密钥的 AWS 配置文件“%1”。</translation>
    </message>
    <message>
        <source>The profiles are in ~/.aws/credentials and ~/.aws/config; aws configure makes one.</source>
        <translation>配置文件在 ~/.aws/credentials 和 ~/.aws/config 中；可用 aws configure 创建。</translation>
    </message>
    <message>
        <source>AWS gave no keys for the profile “%1”.</source>
        <translation>AWS 未给出配置文件“%1”的密钥。</translation>
    </message>
</context>
<context>
    <name>Costglass::Azure</name>
    <message>
        <source>Directory (tenant) ID</source>
        <translation>目录（租户）ID</translation>
    </message>
    <message>
        <source>Application (client) ID</source>
        <translation>应用程序（客户端）ID</translation>
    </message>
    <message>
        <source>Scope (subscriptions/ID, or a resource group, management group or billing account)</source>
        <translation>范围（subscriptions/ID，或资源组、管理组、计费账户）</translation>
    </message>
    <message>
        <source>Log-in service, for another cloud than Azure&apos;s own</source>
        <translation>登录服务（用于 Azure 自有云以外的云）</translation>
    </message>
    <message>
        <source>Services: ai, or all of the scope</source>
        <translation>服务：ai，或 all（范围内全部）</translation>
    </message>
    <message>
        <source>Azure AI</source>
        <translation>Azure AI</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>客户端密码</translation>
    </message>
    <message>
        <source>the value of the secret, not its ID</source>
        <translation>密码的值，而不是它的 ID</translation>
    </message>
    <message>
        <source>In the Azure portal make an app for Costglass: Microsoft Entra ID → App registrations → New registration. Its Overview shows both IDs; make the secret under Certificates &amp; secrets and copy its value at once. Then open the subscription → Access control (IAM) → Add role assignment, and give the app the role below. A new role takes some minutes to work.</source>
        <translation>在 Azure 门户为 Costglass 创建一个应用：Microsoft Entra ID → 应用注册 → 新注册。其“概述”页显示两个 ID；在“证书和密码”中创建密码，并立即复制它的值。然后打开订阅 → 访问控制 (IAM) → 添加角色分配，为该应用授予下面的角色。新角色需要几分钟才生效。</translation>
    </message>
    <message>
        <source>The role Cost Management Reader on the scope, nothing else; a billing account wants its own reader role instead.</source>
        <translation>仅需该范围上的“成本管理读取者”角色；计费账户则需要它自己的读取者角色。</translation>
    </message>
    <message>
        <source>The key works: it reads the costs of %1.</source>
        <translation>密钥有效：可以读取 %1 的费用。</translation>
    </message>
    <message>
        <source>The cost report</source>
        <translation>费用报告</translation>
    </message>
    <message>
        <source>A row has not a cell for each column.</source>
        <translation>有一行的单元格数与列数不符。</translation>
    </message>
    <message>
        <source>A row has no day.</source>
        <translation>有一行没有日期。</translation>
    </message>
    <message>
        <source>%1 has no column “%2”.</source>
        <translation>%1没有“%2”列。</translation>
    </message>
    <message>
        <source>%1 has a row that cannot be read: %2</source>
        <translation>%1有一行无法读取：%2</translation>
    </message>
    <message>
        <source>The next page of the cost report lies on another server than the account&apos;s; the key was not sent there.</source>
        <translation>费用报告的下一页位于账号以外的服务器上；密钥没有发送到那里。</translation>
    </message>
    <message>
        <source>The scope belongs to another directory: check tenant_id.</source>
        <translation>该范围属于另一个目录：请检查 tenant_id。</translation>
    </message>
    <message>
        <source>Check tenant_id, client_id and the client secret; your history stays.</source>
        <translation>请检查 tenant_id、client_id 和客户端密码；您的历史记录会保留。</translation>
    </message>
    <message>
        <source>Give the app the role Cost Management Reader on %1 (Access control (IAM) → Add role assignment). A new role takes some minutes to work; your history stays.</source>
        <translation>请在 %1 上为该应用授予“成本管理读取者”角色（访问控制 (IAM) → 添加角色分配）。新角色需要几分钟才生效；您的历史记录会保留。</translation>
    </message>
    <message>
        <source>Check the account&apos;s scope, now %1: subscriptions/ID, subscriptions/ID/resourceGroups/NAME, providers/Microsoft.Management/managementGroups/ID or providers/Microsoft.Billing/billingAccounts/ID.</source>
        <translation>请检查账号的范围（现为 %1）：subscriptions/ID、subscriptions/ID/resourceGroups/NAME、providers/Microsoft.Management/managementGroups/ID 或 providers/Microsoft.Billing/billingAccounts/ID。</translation>
    </message>
    <message>
        <source>This agreement does not split costs by meter: models and quantities are not told.</source>
        <translation>此协议不按计量项拆分费用：没有模型和用量。</translation>
    </message>
</context>
<context>
    <name>Costglass::Balances</name>
    <message>
        <source>The counter “%1” fell to %2; what was used since %3 is unknown and not counted.</source>
        <translation>计数“%1”降到了 %2；自 %3 以来的用量未知，不计入。</translation>
    </message>
    <message>
        <source>“%1” fell from %2 to nothing since %3; it is counted as spent, but may also have expired.</source>
        <translation>“%1”自 %3 以来从 %2 降为零；按已花费计入，但也可能是过期。</translation>
    </message>
    <message>
        <source>“%1” rose by %2 since %3; it is counted as a top-up of just that. If more was paid, the difference was spent.</source>
        <translation>“%1”自 %3 以来增加了 %2；按同额充值计入。如果实际付得更多，差额即为期间的花费。</translation>
    </message>
    <message>
        <source>The balance has an amount that cannot be read (%1): %2</source>
        <translation>余额中有一个金额无法读取（%1）：%2</translation>
    </message>
    <message>
        <source>The balance comes without a code.</source>
        <translation>余额没有返回代码。</translation>
    </message>
    <message>
        <source>The vendor could not tell the balance (code %1).</source>
        <translation>厂商无法给出余额（代码 %1）。</translation>
    </message>
    <message>
        <source>The vendor could not tell the balance (code %1, “%2”).</source>
        <translation>厂商无法给出余额（代码 %1，“%2”）。</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>The balance</source>
        <translation>余额</translation>
    </message>
    <message>
        <source>The key works: it reads the balance. Spend is derived from what is left.</source>
        <translation>密钥有效：可以读取余额。花费由余额的变化推算。</translation>
    </message>
    <message>
        <source>The key may also make requests that cost money; the vendor has none for reading only.</source>
        <translation>此密钥也能发起收费请求；该厂商没有只读密钥。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>amount, unit</comment>
        <translation>%1%2</translation>
    </message>
</context>
<context>
    <name>Costglass::BudgetsPage</name>
    <message>
        <source>week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>quarter</source>
        <translation>季度</translation>
    </message>
    <message>
        <source>year</source>
        <translation>年</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What happened and why</source>
        <translation>发生了什么、为什么</translation>
    </message>
    <message>
        <source>+ Add budget</source>
        <translation>+ 添加预算</translation>
    </message>
    <message>
        <source>All AI</source>
        <translation>全部 AI</translation>
    </message>
    <message>
        <source>Test notification</source>
        <translation>测试通知</translation>
    </message>
    <message>
        <source>Alerts of this month</source>
        <translation>本月提醒</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>for example 500</source>
        <translation>例如 500</translation>
    </message>
    <message>
        <source>Percent of the amount at which you are told, parted by commas</source>
        <translation>达到金额的百分之多少时提醒，用逗号分隔</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Amount</source>
        <translation>金额(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Each</source>
        <translation>每(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Tell me at %</source>
        <translation>提醒百分比(&amp;T)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>No budget yet.</source>
        <translation>还没有预算。</translation>
    </message>
    <message>
        <source>Set an amount, and the desktop tells you once at 50, 80 and 100 %, with the cause.</source>
        <translation>设定金额后，达到 50、80 和 100 % 时桌面会各提醒一次，并说明原因。</translation>
    </message>
    <message numerus="yes">
        <source>%n budget(s), all within.</source>
        <translation>
            <numerusform>%n 个预算，均未超出。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n budget(s) passed.</source>
        <translation>
            <numerusform>%n 个预算中有 %1 个已超出。</numerusform>
        </translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>编辑 %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>%1 of %2 this %3: %4 %</source>
        <translation>本%3 %1 / %2：%4 %</translation>
    </message>
    <message>
        <source>New budget</source>
        <translation>新预算</translation>
    </message>
    <message>
        <source>Edit “%1”</source>
        <translation>编辑“%1”</translation>
    </message>
    <message>
        <source>The budget needs a name.</source>
        <translation>预算需要一个名称。</translation>
    </message>
    <message>
        <source>Any will do, for example “All AI”.</source>
        <translation>任意名称均可，例如“全部 AI”。</translation>
    </message>
    <message>
        <source>“%1” is not an amount above zero.</source>
        <translation>“%1”不是大于零的金额。</translation>
    </message>
    <message>
        <source>Write it like 500 or 1250.50.</source>
        <translation>请写成 500 或 1250.50。</translation>
    </message>
    <message>
        <source>“%1” is not a percentage.</source>
        <translation>“%1”不是百分比。</translation>
    </message>
    <message>
        <source>Write numbers like 50, 80, 100.</source>
        <translation>请写成 50, 80, 100。</translation>
    </message>
    <message>
        <source>There is no percentage to tell you at.</source>
        <translation>没有设定提醒百分比。</translation>
    </message>
    <message>
        <source>Costglass</source>
        <translation>Costglass</translation>
    </message>
    <message>
        <source>This is how a budget alert reaches you.</source>
        <translation>预算提醒会这样出现。</translation>
    </message>
    <message>
        <source>The desktop has taken it.</source>
        <translation>桌面已接收通知。</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n budget(s) likely to be passed.</source>
        <translation>
            <numerusform>%n 个预算中有 %1 个预计会超出。</numerusform>
        </translation>
    </message>
    <message>
        <source>Outlook: %1. Tells you at %2 %.</source>
        <translation>预期：%1。到 %2% 时提醒您。</translation>
    </message>
    <message>
        <source>Told as soon as it is at least 80 % likely that the period ends there; may stay empty</source>
        <translation>周期结束时至少有 80% 的可能达到该比例即提醒；可留空</translation>
    </message>
    <message>
        <source>When &amp;likely to reach %</source>
        <translation>很可能达到时提醒 %(&amp;L)</translation>
    </message>
    <message>
        <source>Outlook: %1. Tells you at %2 %, and when %3 % become likely.</source>
        <translation>展望：%1。在 %2% 时提醒，并在很可能达到 %3% 时提醒。</translation>
    </message>
</context>
<context>
    <name>Costglass::CalculatorPage</name>
    <message>
        <source>Reading the prices…</source>
        <translation>正在读取价格…</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Export CSV…</source>
        <translation>导出 CSV…</translation>
    </message>
    <message>
        <source>Cost a month by offer</source>
        <translation>各方案每月费用</translation>
    </message>
    <message>
        <source>Offers</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>The prices could not be read.</source>
        <translation>无法读取价格。</translation>
    </message>
    <message>
        <source>The scenario&apos;s offers</source>
        <translation>场景中的方案</translation>
    </message>
    <message>
        <source>All of %1</source>
        <translation>%1 的全部模型</translation>
    </message>
    <message>
        <source>Compare with…</source>
        <translation>与…对比</translation>
    </message>
    <message>
        <source>My last 30 days</source>
        <translation>我最近 30 天的用量</translation>
    </message>
    <message>
        <source>My last 30 days, %1</source>
        <translation>我最近 30 天的用量，%1</translation>
    </message>
    <message>
        <source>Every fee kind its own colour, in US dollars. What is unknown is left out and named, never counted as 0.</source>
        <translation>每种费用一种颜色，以美元计。未知项单独列出，绝不按 0 计。</translation>
    </message>
    <message>
        <source>No offer&apos;s cost is fully known for this workload.</source>
        <translation>此负载没有任何方案的费用完全已知。</translation>
    </message>
    <message>
        <source>This workload costs %1 a month with %2.</source>
        <translation>此负载使用 %2 每月花费 %1。</translation>
    </message>
    <message>
        <source>This workload costs between %1 and %2 a month; %3 is the cheapest offer.</source>
        <translation>此负载每月花费在 %1 至 %2 之间；%3 最便宜。</translation>
    </message>
    <message>
        <source>Open scenario</source>
        <translation>打开场景</translation>
    </message>
    <message>
        <source>Opened %1</source>
        <translation>已打开 %1</translation>
    </message>
    <message>
        <source>Save scenario</source>
        <translation>保存场景</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>已保存 %1</translation>
    </message>
    <message>
        <source>Export estimate</source>
        <translation>导出估算</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>无法写入 %1。</translation>
    </message>
    <message>
        <source>Choose a folder that you may write to.</source>
        <translation>请选择有写入权限的文件夹。</translation>
    </message>
</context>
<context>
    <name>Costglass::ChannelsCard</name>
    <message>
        <source>Any program (JSON)</source>
        <translation>任意程序（JSON）</translation>
    </message>
    <message>
        <source>Slack</source>
        <translation>Slack</translation>
    </message>
    <message>
        <source>Feishu or Lark</source>
        <translation>飞书或 Lark</translation>
    </message>
    <message>
        <source>DingTalk</source>
        <translation>钉钉</translation>
    </message>
    <message>
        <source>WeCom</source>
        <translation>企业微信</translation>
    </message>
    <message>
        <source>Home Assistant</source>
        <translation>Home Assistant</translation>
    </message>
    <message>
        <source>Where else alerts go</source>
        <translation>提醒还发往何处</translation>
    </message>
    <message>
        <source>What signs the messages, where the receiver asks for it</source>
        <translation>用于给消息签名（接收方要求时）</translation>
    </message>
    <message>
        <source>N&amp;ame</source>
        <translation>名称(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>类型(&amp;K)</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>地址(&amp;D)</translation>
    </message>
    <message>
        <source>Signing se&amp;cret</source>
        <translation>签名密钥(&amp;C)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name, kind</comment>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%1. %n alert(s) could not be delivered: %2</source>
        <translation>
            <numerusform>%1。%n 条提醒未能送达：%2</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. The last alert is tried again: %2</source>
        <translation>%1。最近一条提醒将重试：%2</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Test %1</source>
        <translation>测试 %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>Sending …</source>
        <translation>正在发送…</translation>
    </message>
    <message>
        <source>“%1” has taken the test message.</source>
        <translation>“%1”已收到测试消息。</translation>
    </message>
    <message>
        <source>Any will do, for example “team”.</source>
        <translation>任意名称均可，例如“team”。</translation>
    </message>
    <message>
        <source>“%1” is told of every new alert.</source>
        <translation>每条新提醒都会发送给“%1”。</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>电子邮件</translation>
    </message>
    <message>
        <source>Add channel</source>
        <translation>添加渠道</translation>
    </message>
    <message>
        <source>With TLS on port 465; name:587 begins in plain text and goes on with TLS</source>
        <translation>端口 465 使用 TLS；“名称:587”先以明文开始，再转为 TLS</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>Mail &amp;server</source>
        <translation>邮件服务器(&amp;S)</translation>
    </message>
    <message>
        <source>Your e-&amp;mail address</source>
        <translation>您的电子邮件地址(&amp;M)</translation>
    </message>
    <message>
        <source>Send &amp;to</source>
        <translation>发送至(&amp;T)</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>密码(&amp;W)</translation>
    </message>
    <message>
        <source>Many mail servers want one that was made for one program</source>
        <translation>许多邮件服务器要求使用专用密码（授权码）</translation>
    </message>
    <message>
        <source>Nowhere yet. E-mail, a chat or a program of yours can be told too.</source>
        <translation>暂无。也可以通知电子邮件、聊天群或您的程序。</translation>
    </message>
    <message>
        <source>The channel needs a name.</source>
        <translation>渠道需要一个名称。</translation>
    </message>
</context>
<context>
    <name>Costglass::Chart</name>
    <message>
        <source>Forecast</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>vendor: amount</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Together: %1</source>
        <translation>合计：%1</translation>
    </message>
    <message>
        <source>Likely %1, between %2 and %3</source>
        <translation>预计 %1，介于 %2 与 %3 之间</translation>
    </message>
    <message>
        <source>Likely</source>
        <translation>预计</translation>
    </message>
    <message>
        <source>Budget %1</source>
        <translation>预算 %1</translation>
    </message>
    <message>
        <source>So far: %1</source>
        <translation>至今：%1</translation>
    </message>
    <message>
        <source>MMM</source>
        <comment>date format</comment>
        <translation>M月</translation>
    </message>
    <message>
        <source>Spend of the twelve months up to %1.</source>
        <translation>截至 %1 的十二个月花费。</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>其他</translation>
    </message>
</context>
<context>
    <name>Costglass::Cli</name>
    <message>
        <source>Key (not shown): </source>
        <translation>密钥（不显示）：</translation>
    </message>
    <message>
        <source>No key came by standard input.</source>
        <translation>标准输入中没有密钥。</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 为空。</translation>
    </message>
    <message>
        <source>Pipe the key in, or name a variable that holds it with --secret-env.</source>
        <translation>请通过管道传入密钥，或用 --secret-env 指定保存密钥的变量。</translation>
    </message>
    <message>
        <source>--set is written KEY=VALUE, not “%1”.</source>
        <translation>--set 写成 KEY=VALUE，不能是“%1”。</translation>
    </message>
    <message>
        <source>--secret-store is keyring, vault or env.</source>
        <translation>--secret-store 只能是 keyring、vault 或 env。</translation>
    </message>
    <message>
        <source>There is no vendor “%1”.</source>
        <translation>没有厂商“%1”。</translation>
    </message>
    <message>
        <source>There are: %1.</source>
        <translation>可用值：%1。</translation>
    </message>
    <message>
        <source>--label is missing.</source>
        <translation>缺少 --label。</translation>
    </message>
    <message>
        <source>Added “%1”. Next: costglass-cli sync</source>
        <translation>已添加“%1”。下一步：costglass-cli sync</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>never synced</source>
        <translation>从未同步</translation>
    </message>
    <message>
        <source>up to date</source>
        <translation>已是最新</translation>
    </message>
    <message>
        <source>No account yet. Add one with “account add”.</source>
        <translation>还没有账户。请用“account add”添加。</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>厂商</translation>
    </message>
    <message>
        <source>Complete to</source>
        <translation>数据截至</translation>
    </message>
    <message>
        <source>Last sync</source>
        <translation>上次同步</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Least that is needed: %1</source>
        <translation>所需最低权限：%1</translation>
    </message>
    <message>
        <source>Saved “%1”.</source>
        <translation>已保存“%1”。</translation>
    </message>
    <message>
        <source>“%1” is paused.</source>
        <translation>“%1”已暂停。</translation>
    </message>
    <message>
        <source>“%1” goes on.</source>
        <translation>“%1”已恢复。</translation>
    </message>
    <message>
        <source>Say what becomes of the account&apos;s figures.</source>
        <translation>请说明如何处理该账户的数据。</translation>
    </message>
    <message>
        <source>--keep-history leaves them in the ledger, --delete-history removes them for ever. The key is removed in both cases.</source>
        <translation>--keep-history 将数据保留在账本中，--delete-history 永久删除。两种情况都会删除密钥。</translation>
    </message>
    <message>
        <source>Removed “%1”; its history stays.</source>
        <translation>已移除“%1”，历史保留。</translation>
    </message>
    <message>
        <source>Removed “%1” and its history.</source>
        <translation>已移除“%1”及其历史。</translation>
    </message>
    <message>
        <source>free</source>
        <translation>免费</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>A request costs</source>
        <translation>每次请求费用</translation>
    </message>
    <message>
        <source>Make a key at</source>
        <translation>创建密钥的位置</translation>
    </message>
    <message>
        <source>instead of the vendor&apos;s own address</source>
        <translation>代替厂商自己的地址</translation>
    </message>
    <message>
        <source>a setting of the vendor; may be repeated</source>
        <translation>厂商的设置；可重复</translation>
    </message>
    <message>
        <source>take the key from this variable instead of standard input</source>
        <translation>从此变量而非标准输入读取密钥</translation>
    </message>
    <message>
        <source>your name for the account</source>
        <translation>您给账户起的名称</translation>
    </message>
    <message>
        <source>read a new key from standard input</source>
        <translation>从标准输入读取新密钥</translation>
    </message>
    <message>
        <source>Every vendor, with its log-in and where to make a key.</source>
        <translation>所有厂商，及其登录方式和创建密钥的位置。</translation>
    </message>
    <message>
        <source>Accounts and how they stand.</source>
        <translation>账户及其状态。</translation>
    </message>
    <message>
        <source>Proves the log-in with one free request.</source>
        <translation>用一次免费请求验证登录。</translation>
    </message>
    <message>
        <source>Leaves the account out of syncs.</source>
        <translation>同步时跳过该账户。</translation>
    </message>
    <message>
        <source>Removes the account and its key.</source>
        <translation>移除账户及其密钥。</translation>
    </message>
    <message>
        <source>its figures stay</source>
        <translation>保留数据</translation>
    </message>
    <message>
        <source>its figures go too</source>
        <translation>数据一并删除</translation>
    </message>
    <message>
        <source>No alert.</source>
        <translation>没有提醒。</translation>
    </message>
    <message>
        <source>Raised</source>
        <translation>触发时间</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Costglass can reach you here</source>
        <translation>Costglass 可以在此通知您</translation>
    </message>
    <message>
        <source>This is a test. Alerts of your budgets look like it.</source>
        <translation>这是一次测试。预算提醒就是这个样子。</translation>
    </message>
    <message>
        <source>The desktop has taken the test notification.</source>
        <translation>桌面已接收测试通知。</translation>
    </message>
    <message>
        <source>raised on this day (UTC) or later</source>
        <translation>此日（UTC）或之后触发的</translation>
    </message>
    <message>
        <source>There is no option --%1 here.</source>
        <translation>此处没有选项 --%1。</translation>
    </message>
    <message>
        <source>--%1 takes no value.</source>
        <translation>--%1 不带值。</translation>
    </message>
    <message>
        <source>--%1 needs a value.</source>
        <translation>--%1 需要一个值。</translation>
    </message>
    <message>
        <source>“%1” is one word too many.</source>
        <translation>多出一个词“%1”。</translation>
    </message>
    <message>
        <source>--%1 is a whole percentage from 1 to %2, not “%3”.</source>
        <translation>--%1 是 1 到 %2 的整数百分比，不能是“%3”。</translation>
    </message>
    <message>
        <source>--scope is written DIM=VALUE or “all”, not “%1”.</source>
        <translation>--scope 写成 DIM=VALUE 或 “all”，不能是“%1”。</translation>
    </message>
    <message>
        <source>A budget cannot be limited by “%1”.</source>
        <translation>预算不能按“%1”限定。</translation>
    </message>
    <message>
        <source>There are: vendor, account, service, model, project, key, user, category, region, tier, kind.</source>
        <translation>可用的有：vendor、account、service、model、project、key、user、category、region、tier、kind。</translation>
    </message>
    <message>
        <source>The kind is billed, estimated, equivalent or entered.</source>
        <translation>类型只能是 billed、estimated、equivalent 或 entered。</translation>
    </message>
    <message>
        <source>--scope %1=… is given twice; a budget takes one value of each.</source>
        <translation>--scope %1=… 给出了两次；每个维度只能有一个值。</translation>
    </message>
    <message>
        <source>--amount must be more than zero.</source>
        <translation>--amount 必须大于零。</translation>
    </message>
    <message>
        <source>--period is week, month, quarter or year.</source>
        <translation>--period 只能是 week、month、quarter 或 year。</translation>
    </message>
    <message>
        <source>There is no budget “%1”.</source>
        <translation>没有预算“%1”。</translation>
    </message>
    <message>
        <source>There is none yet: add one with “budget add”.</source>
        <translation>还没有预算：请用“budget add”添加。</translation>
    </message>
    <message>
        <source>Budget “%1”: %2 per %3.</source>
        <translation>预算“%1”：每%3 %2。</translation>
    </message>
    <message>
        <source>--%1 is missing.</source>
        <translation>缺少 --%1。</translation>
    </message>
    <message>
        <source>--name needs a name.</source>
        <translation>--name 需要一个名称。</translation>
    </message>
    <message>
        <source>Removed the budget “%1”; its alerts stay in the list.</source>
        <translation>已移除预算“%1”；其提醒保留在列表中。</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>No budget yet. Add one with “budget add”.</source>
        <translation>还没有预算。请用“budget add”添加。</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Warns at</source>
        <translation>提醒阈值</translation>
    </message>
    <message>
        <source>Fails at</source>
        <translation>失败阈值</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>已用</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>占</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>起始</translation>
    </message>
    <message>
        <source>the budget&apos;s name; with a NAME before it, the new one</source>
        <translation>预算名称；前面已有 NAME 时为新名称</translation>
    </message>
    <message>
        <source>how much may be spent in each period</source>
        <translation>每个周期可花费的金额</translation>
    </message>
    <message>
        <source>its currency, like USD</source>
        <translation>货币，例如 USD</translation>
    </message>
    <message>
        <source>week, month, quarter or year (month when nothing is said)</source>
        <translation>week、month、quarter 或 year（未指定时为 month）</translation>
    </message>
    <message>
        <source>only what has this value; may be repeated with other dimensions; “all” = everything</source>
        <translation>只取此值；可用其他维度重复；“all”表示全部</translation>
    </message>
    <message>
        <source>percentage from which “budget check” exits with 3; or none</source>
        <translation>“budget check”以 3 退出的百分比；或 none</translation>
    </message>
    <message>
        <source>the budget&apos;s name, instead of the word</source>
        <translation>预算名称，代替命令中的名称</translation>
    </message>
    <message>
        <source>Sets a limit and the percentages of it that raise an alert.</source>
        <translation>设定限额及触发提醒的百分比。</translation>
    </message>
    <message>
        <source>Every budget.</source>
        <translation>所有预算。</translation>
    </message>
    <message>
        <source>Changes what the options name and leaves the rest.</source>
        <translation>更改选项指定的内容，其余不变。</translation>
    </message>
    <message>
        <source>Takes a budget away; its alerts stay in the list.</source>
        <translation>移除预算；其提醒保留在列表中。</translation>
    </message>
    <message>
        <source>How every budget stands; exits with 3 when one has reached the percentage at which it fails.</source>
        <translation>各预算的情况；若达到失败百分比则以 3 退出。</translation>
    </message>
    <message>
        <source>Nothing was done; --help shows how it is written.</source>
        <translation>未执行任何操作；用 --help 查看写法。</translation>
    </message>
    <message>
        <source>There is no account “%1”.</source>
        <translation>没有账户“%1”。</translation>
    </message>
    <message>
        <source>There is none yet: add one with “account add”.</source>
        <translation>还没有账户：请用“account add”添加。</translation>
    </message>
    <message>
        <source>data folder instead of $XDG_DATA_HOME/costglass</source>
        <translation>数据文件夹，代替 $XDG_DATA_HOME/costglass</translation>
    </message>
    <message>
        <source>answer for programs: one JSON object</source>
        <translation>供程序使用的输出：一个 JSON 对象</translation>
    </message>
    <message>
        <source>pretend that it is T, like 2026-11-24T08:00:00Z</source>
        <translation>假定当前时间为 T，例如 2026-11-24T08:00:00Z</translation>
    </message>
    <message>
        <source>language of texts</source>
        <translation>界面语言</translation>
    </message>
    <message>
        <source>print the version</source>
        <translation>打印版本</translation>
    </message>
    <message>
        <source>this text; after a command, that command&apos;s</source>
        <translation>本说明；在命令之后为该命令的说明</translation>
    </message>
    <message>
        <source>Everywhere:</source>
        <translation>通用选项：</translation>
    </message>
    <message>
        <source>Examples:</source>
        <translation>示例：</translation>
    </message>
    <message>
        <source>Costglass on the command line: what AI costs you.</source>
        <translation>命令行上的 Costglass：AI 花了您多少钱。</translation>
    </message>
    <message>
        <source>A command is missing.</source>
        <translation>缺少命令。</translation>
    </message>
    <message>
        <source>There is no command “%1”.</source>
        <translation>没有命令“%1”。</translation>
    </message>
    <message>
        <source>“%1” needs %2.</source>
        <translation>“%1”需要 %2。</translation>
    </message>
    <message>
        <source>--port is a number up to 65535; 0 takes any free one.</source>
        <translation>--port 是不超过 65535 的数；0 表示任一空闲端口。</translation>
    </message>
    <message>
        <source>--seed is a whole number.</source>
        <translation>--seed 是整数。</translation>
    </message>
    <message>
        <source>Serves the vendors&apos; contracts on this computer, over sample data.</source>
        <translation>在本机用示例数据提供各厂商的接口。</translation>
    </message>
    <message>
        <source>where to listen; 0 takes any free port</source>
        <translation>监听端口；0 表示任一空闲端口</translation>
    </message>
    <message>
        <source>another sample world</source>
        <translation>另一个示例世界</translation>
    </message>
    <message>
        <source>trouble on the wire, like 429:0.1,500:0.05,drop:0.02,slow:50ms</source>
        <translation>线路故障，例如 429:0.1,500:0.05,drop:0.02,slow:50ms</translation>
    </message>
    <message>
        <source>only these</source>
        <translation>只包括这些</translation>
    </message>
    <message>
        <source>print the true figures instead</source>
        <translation>改为打印真实数字</translation>
    </message>
    <message>
        <source>Give the period once: --month, --year or --from and --to.</source>
        <translation>时段只能给出一次：--month、--year，或 --from 与 --to。</translation>
    </message>
    <message>
        <source>“%1” is not a year.</source>
        <translation>“%1”不是年份。</translation>
    </message>
    <message>
        <source>--from and --to belong together; --to is the day after the last.</source>
        <translation>--from 与 --to 须同时给出；--to 是最后一天的次日。</translation>
    </message>
    <message>
        <source>--to must be after --from; it is the day after the last.</source>
        <translation>--to 必须晚于 --from；它是最后一天的次日。</translation>
    </message>
    <message>
        <source>Nothing can be grouped by “%1”.</source>
        <translation>不能按“%1”分组。</translation>
    </message>
    <message>
        <source>There are: vendor, account, service, model, project, key, user, category, region, tier, kind, day, week, month.</source>
        <translation>可用的有：vendor、account、service、model、project、key、user、category、region、tier、kind、day、week、month。</translation>
    </message>
    <message>
        <source>--where is written DIM=VALUE, not “%1”.</source>
        <translation>--where 写成 DIM=VALUE，不能是“%1”。</translation>
    </message>
    <message>
        <source>--kind is billed, estimated, equivalent or entered.</source>
        <translation>--kind 只能是 billed、estimated、equivalent 或 entered。</translation>
    </message>
    <message>
        <source>--measure is cost, tokens, requests or unit-cost.</source>
        <translation>--measure 只能是 cost、tokens、requests 或 unit-cost。</translation>
    </message>
    <message>
        <source>--compare is previous or year.</source>
        <translation>--compare 只能是 previous 或 year。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>account: what happened</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The budget “%1” is at %2 % of %3.</source>
        <translation>预算“%1”已达 %3 的 %2 %。</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Total (%1): %2</source>
        <translation>合计（%1）：%2</translation>
    </message>
    <message>
        <source>Nothing is known of this period. “costglass-cli sync” asks the vendors.</source>
        <translation>没有该时段的数据。用“costglass-cli sync”向厂商查询。</translation>
    </message>
    <message>
        <source>this month (the present one when nothing is said)</source>
        <translation>该月份（未指定时为当月）</translation>
    </message>
    <message>
        <source>first day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>day after the last</source>
        <translation>最后一天的次日</translation>
    </message>
    <message>
        <source>a whole year</source>
        <translation>整年</translation>
    </message>
    <message>
        <source>only rows with this value; empty = the vendor gave none; may be repeated</source>
        <translation>只取此值的行；留空表示厂商未提供；可重复</translation>
    </message>
    <message>
        <source>previous or year: the same for that period beside it</source>
        <translation>previous 或 year：同时列出该时段的数据</translation>
    </message>
    <message>
        <source>exit with 3 when a budget fails</source>
        <translation>预算失败时以 3 退出</translation>
    </message>
    <message>
        <source>There is no feed “%1”.</source>
        <translation>没有数据类型“%1”。</translation>
    </message>
    <message>
        <source>There are: costs, usage, balance, names, prices, fx.</source>
        <translation>可用的有：costs、usage、balance、names、prices、fx。</translation>
    </message>
    <message>
        <source>No account to sync. Add one with “account add”.</source>
        <translation>没有可同步的账户。请用“account add”添加。</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>消失</translation>
    </message>
    <message>
        <source>--show needs the number of a snapshot.</source>
        <translation>--show 需要快照编号。</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>价目来源</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>哈希</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>更正前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>更正后</translation>
    </message>
    <message>
        <source>Noticed</source>
        <translation>发现时间</translation>
    </message>
    <message>
        <source>only this account; may be repeated</source>
        <translation>只同步此账户；可重复</translation>
    </message>
    <message>
        <source>Asks every vendor for what is missing, newest month first.</source>
        <translation>向各厂商查询缺少的数据，从最新月份开始。</translation>
    </message>
    <message>
        <source>What the vendors said, and when.</source>
        <translation>厂商说了什么、何时说的。</translation>
    </message>
    <message>
        <source>asked on this day or later</source>
        <translation>此日或之后查询的</translation>
    </message>
    <message>
        <source>asked before this day</source>
        <translation>此日之前查询的</translation>
    </message>
    <message>
        <source>Days that a vendor changed after they were over.</source>
        <translation>厂商事后更正过的日子。</translation>
    </message>
    <message>
        <source>days from this one on</source>
        <translation>从此日起</translation>
    </message>
    <message>
        <source>Nothing is out of the ordinary.</source>
        <translation>没有异常。</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>预期</translation>
    </message>
    <message>
        <source>Usually from</source>
        <translation>通常从</translation>
    </message>
    <message>
        <source>to</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message numerus="yes">
        <source>%n rows are not later than the row before; rows are looked at as they come.</source>
        <translation>
            <numerusform>有 %n 行不晚于前一行；按出现顺序处理。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <comment>dimension value: amount</comment>
        <translation>%1 %2：%3</translation>
    </message>
    <message>
        <source>Actual</source>
        <translation>实际</translation>
    </message>
    <message>
        <source>Impact</source>
        <translation>影响</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Days on which spend was out of the ordinary, and why; or such rows of any series.</source>
        <translation>花费异常的日子及其原因；或任意序列中的异常行。</translation>
    </message>
    <message>
        <source>only spend with this value; may be repeated</source>
        <translation>只取此值的花费；可重复</translation>
    </message>
    <message>
        <source>leave out what makes less difference</source>
        <translation>略去影响更小的</translation>
    </message>
    <message>
        <source>a CSV file with header instead: times first, then numbers</source>
        <translation>改用带表头的 CSV 文件：先是时间，后是数字</translation>
    </message>
    <message>
        <source>which column, by name or number (the first when nothing is said)</source>
        <translation>哪一列，按名称或编号（未指定时为第一列）</translation>
    </message>
    <message>
        <source>A kind is billed, estimated, equivalent or entered.</source>
        <translation>类型只能是 billed、estimated、equivalent 或 entered。</translation>
    </message>
    <message>
        <source>The ledger does not keep “%1” yet.</source>
        <translation>账本尚不记录“%1”。</translation>
    </message>
    <message>
        <source>Group by day, project or key instead.</source>
        <translation>请改按日、项目或密钥分组。</translation>
    </message>
    <message>
        <source>--%1 is a whole number from %2 to %3, not “%4”.</source>
        <translation>--%1 是 %2 到 %3 的整数，不能是“%4”。</translation>
    </message>
    <message>
        <source>--level is 80, 95 or both with a comma between.</source>
        <translation>--level 是 80、95，或两者以逗号分隔。</translation>
    </message>
    <message numerus="yes">
        <source>Average of %n methods, loudest: %1</source>
        <translation>
            <numerusform>%n 种方法的平均，主要为：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>At</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>%1 % from</source>
        <translation>达到 %1 % 起</translation>
    </message>
    <message>
        <source>%1. At %2 past moments its error was %3 of that of “as one rhythm before”; %4 % of values fell into 80 % ranges, %5 % into 95 % ranges.</source>
        <translation>%1。在过去 %2 个时点，其误差为“与上一周期相同”的 %3；%4 % 的值落入 80 % 区间，%5 % 落入 95 % 区间。</translation>
    </message>
    <message>
        <source>--series needs --horizon, the number of steps to forecast.</source>
        <translation>--series 需要 --horizon，即要预测的步数。</translation>
    </message>
    <message numerus="yes">
        <source>The series has %n known values.</source>
        <translation>
            <numerusform>序列有 %n 个已知值。</numerusform>
        </translation>
    </message>
    <message>
        <source>A forecast needs at least %1: give a longer series.</source>
        <translation>预测至少需要 %1 个值：请提供更长的序列。</translation>
    </message>
    <message numerus="yes">
        <source>%n steps without a row count as missing.</source>
        <translation>
            <numerusform>%n 个没有行的时点按缺失处理。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has not begun.</source>
        <translation>%1尚未开始。</translation>
    </message>
    <message>
        <source>Ask for the present month or a past one.</source>
        <translation>请查询当月或以前的月份。</translation>
    </message>
    <message>
        <source>The month is over; this is what it came to.</source>
        <translation>该月已结束；这是最终金额。</translation>
    </message>
    <message>
        <source>There is no forecast yet: it needs %1 whole days of spend.</source>
        <translation>尚无预测：需要 %1 个完整日的花费。</translation>
    </message>
    <message>
        <source>%1: %2 spent so far</source>
        <translation>%1：至今已花费 %2</translation>
    </message>
    <message>
        <source>Likely at the end: %1</source>
        <translation>期末预计：%1</translation>
    </message>
    <message>
        <source>%1 %: %2 to %3</source>
        <translation>%1 %：%2 至 %3</translation>
    </message>
    <message numerus="yes">
        <source>On the same day of the last %n months it was %1 % off on average.</source>
        <translation>
            <numerusform>在过去 %n 个月的同一天，平均偏差为 %1 %。</numerusform>
        </translation>
    </message>
    <message>
        <source>Budget “%1” is likely to be passed on %2.</source>
        <translation>预算“%1”预计于 %2 超出。</translation>
    </message>
    <message>
        <source>Where the month will end, or how any series will go on, and how sure that is.</source>
        <translation>月底会到多少，或任意序列将如何发展，以及把握有多大。</translation>
    </message>
    <message>
        <source>which ranges to print</source>
        <translation>打印哪些区间</translation>
    </message>
    <message>
        <source>how many steps of the series to forecast</source>
        <translation>要预测序列的步数</translation>
    </message>
    <message>
        <source>steps after which it repeats; 1 = never (found when nothing is said)</source>
        <translation>重复的步数；1 表示不重复（未指定时自动判断）</translation>
    </message>
    <message>
        <source>Saved the ledger as %1 (%2). Keys are not in it.</source>
        <translation>已将账本保存为 %1（%2）。其中不含密钥。</translation>
    </message>
    <message>
        <source>The ledger is now what %1 holds.</source>
        <translation>账本现为 %1 的内容。</translation>
    </message>
    <message>
        <source>What it held before is kept as %1.</source>
        <translation>原有内容保留为 %1。</translation>
    </message>
    <message>
        <source>The ledger is whole, and its daily sums agree with its records.</source>
        <translation>账本完整，日合计与记录一致。</translation>
    </message>
    <message>
        <source>Nothing was changed. “restore FILE” brings a backup back; “sync --full” asks the vendors again.</source>
        <translation>未作任何更改。“restore FILE”可恢复备份；“sync --full”会重新查询厂商。</translation>
    </message>
    <message>
        <source>--pdf is missing: the file to write.</source>
        <translation>缺少 --pdf：要写入的文件。</translation>
    </message>
    <message>
        <source>--paper is a4 or letter.</source>
        <translation>--paper 只能是 a4 或 letter。</translation>
    </message>
    <message>
        <source>Wrote the statement of %1 to %2.</source>
        <translation>已将 %1 的对账单写入 %2。</translation>
    </message>
    <message>
        <source>Writes a month&apos;s statement as PDF.</source>
        <translation>将某月对账单写成 PDF。</translation>
    </message>
    <message>
        <source>which month</source>
        <translation>哪个月</translation>
    </message>
    <message>
        <source>where to write it</source>
        <translation>写到哪里</translation>
    </message>
    <message>
        <source>its size; a4 when nothing is said</source>
        <translation>纸张；未指定时为 a4</translation>
    </message>
    <message>
        <source>Copies the whole ledger, without keys, into a new file.</source>
        <translation>将整个账本（不含密钥）复制到新文件。</translation>
    </message>
    <message>
        <source>Puts a backup in the ledger&apos;s place; what is there is kept beside it.</source>
        <translation>用备份替换账本；原有内容保留在旁边。</translation>
    </message>
    <message>
        <source>Looks through the ledger: is the file whole, do its sums agree.</source>
        <translation>检查账本：文件是否完整，合计是否一致。</translation>
    </message>
    <message>
        <source>A price needs --model and --usage, or --usage-file.</source>
        <translation>计价需要 --model 和 --usage，或 --usage-file。</translation>
    </message>
    <message>
        <source>--tier is standard, batch, flex or priority.</source>
        <translation>--tier 只能是 standard、batch、flex 或 priority。</translation>
    </message>
    <message>
        <source>--usage is written KEY=N, each key once, not “%1”.</source>
        <translation>--usage 写成 KEY=N，每个键一次，不能是“%1”。</translation>
    </message>
    <message>
        <source>Meter</source>
        <translation>计量</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Per</source>
        <translation>周期</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Total: %1 %2</source>
        <translation>合计：%1 %2</translation>
    </message>
    <message>
        <source>There is no price for the model “%1”. “prices list” shows those that there are.</source>
        <translation>没有模型“%1”的价格。“prices list”会列出现有的。</translation>
    </message>
    <message>
        <source>There is no price for: %1.</source>
        <translation>没有以下模型的价格：%1。</translation>
    </message>
    <message>
        <source>Price as of %1, %2: %3</source>
        <translation>价格截至 %1，%2：%3</translation>
    </message>
    <message>
        <source>What a request costs, or each request of a file.</source>
        <translation>一次请求或文件中每次请求的费用。</translation>
    </message>
    <message>
        <source>whose model it is</source>
        <translation>模型所属厂商</translation>
    </message>
    <message>
        <source>its id, exactly as in the price list</source>
        <translation>ID，与价格表完全一致</translation>
    </message>
    <message>
        <source>when the request began (now when nothing is said)</source>
        <translation>请求开始的时间（未指定时为现在）</translation>
    </message>
    <message>
        <source>standard, batch, flex or priority</source>
        <translation>standard、batch、flex 或 priority</translation>
    </message>
    <message>
        <source>where it is processed, like us or eu</source>
        <translation>处理区域，例如 us 或 eu</translation>
    </message>
    <message>
        <source>what was used: input (not cached), cached_input, cache_write_5m, cache_write_1h, output, images, characters, seconds, pages, requests, …; may be repeated</source>
        <translation>用量：input（未缓存）、cached_input、cache_write_5m、cache_write_1h、output、images、characters、seconds、pages、requests……；可重复</translation>
    </message>
    <message>
        <source>one JSON request a line: vendor, model, at, tier, region, usage</source>
        <translation>每行一个 JSON 请求：vendor、model、at、tier、region、usage</translation>
    </message>
    <message>
        <source>only the prices of that list</source>
        <translation>只用该价格表的价格</translation>
    </message>
    <message>
        <source>the list&apos;s format: catalogue, litellm, models.dev or openrouter</source>
        <translation>价目表格式：catalogue、litellm、models.dev 或 openrouter</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>无法读取 %1。</translation>
    </message>
    <message>
        <source>Look whether it is there and whether you may read it.</source>
        <translation>请检查文件是否存在以及是否有读取权限。</translation>
    </message>
    <message>
        <source>--format is catalogue, litellm, models.dev or openrouter.</source>
        <translation>--format 只能是 catalogue、litellm、models.dev 或 openrouter。</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>无法写入 %1。</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起始</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>可信度</translation>
    </message>
    <message>
        <source>Input per 1M</source>
        <translation>每百万输入</translation>
    </message>
    <message>
        <source>There is no price for the model “%1”.</source>
        <translation>没有模型“%1”的价格。</translation>
    </message>
    <message>
        <source>Ids count exactly: “prices list” shows those that there are.</source>
        <translation>ID 须完全一致：“prices list”会列出现有的。</translation>
    </message>
    <message numerus="yes">
        <source>%n price(s) would not change.</source>
        <translation>
            <numerusform>%n 个价格不会改变。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n price(s) were taken in.</source>
        <translation>
            <numerusform>已采用 %n 个价格。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n price(s) differ by more than twice and were left out; --accept takes them.</source>
        <translation>
            <numerusform>%n 个价格相差两倍以上，未采用；用 --accept 可采用。</numerusform>
        </translation>
    </message>
    <message>
        <source>An override needs --vendor, --model and a known --meter.</source>
        <translation>自定义价格需要 --vendor、--model 和已知的 --meter。</translation>
    </message>
    <message>
        <source>--price, --per, --currency or --tier is missing or unknown.</source>
        <translation>--price、--per、--currency 或 --tier 缺失或无法识别。</translation>
    </message>
    <message>
        <source>entered by hand</source>
        <translation>手动录入</translation>
    </message>
    <message>
        <source>catalogue, litellm, models.dev or openrouter; else as it looks</source>
        <translation>catalogue、litellm、models.dev 或 openrouter；否则按内容判断</translation>
    </message>
    <message>
        <source>only this vendor&apos;s</source>
        <translation>只看此厂商</translation>
    </message>
    <message>
        <source>from when it holds (now when nothing is said)</source>
        <translation>生效时间（未指定时为现在）</translation>
    </message>
    <message>
        <source>Every model with its present price.</source>
        <translation>每个模型及其当前价格。</translation>
    </message>
    <message>
        <source>Every price of a model, with conditions, dates and sources.</source>
        <translation>某模型的所有价格，含条件、日期和来源。</translation>
    </message>
    <message>
        <source>the variant of that region</source>
        <translation>该区域的版本</translation>
    </message>
    <message>
        <source>also what no longer holds</source>
        <translation>也包括不再有效的</translation>
    </message>
    <message>
        <source>Takes in a list of prices; nothing in the past is repriced.</source>
        <translation>导入价格表；不会重新计价过去的数据。</translation>
    </message>
    <message>
        <source>also prices that changed by more than twice</source>
        <translation>也采用变化两倍以上的价格</translation>
    </message>
    <message>
        <source>What an import of that list would change.</source>
        <translation>导入该价格表会改变什么。</translation>
    </message>
    <message>
        <source>A price of your own, above every list.</source>
        <translation>您自己的价格，优先于所有价格表。</translation>
    </message>
    <message>
        <source>input, cached_input, output, images, …</source>
        <translation>input、cached_input、output、images……</translation>
    </message>
    <message>
        <source>a decimal</source>
        <translation>小数</translation>
    </message>
    <message>
        <source>for how many of it (1000000 when nothing is said)</source>
        <translation>每多少单位（未指定时为 1000000）</translation>
    </message>
    <message>
        <source>USD when nothing is said</source>
        <translation>未指定时为 USD</translation>
    </message>
    <message>
        <source>where the price comes from</source>
        <translation>价格来源</translation>
    </message>
    <message>
        <source>Choose a folder that exists, has space and lets you write.</source>
        <translation>请选择存在、有空间且可写的文件夹。</translation>
    </message>
    <message>
        <source>No file was written.</source>
        <translation>没有写入文件。</translation>
    </message>
    <message>
        <source>The window&apos;s program could not write the statement.</source>
        <translation>窗口程序无法写入对账单。</translation>
    </message>
    <message>
        <source>The program “costglass”, which paints statements, is not installed.</source>
        <translation>未安装用于绘制对账单的程序“costglass”。</translation>
    </message>
    <message>
        <source>Install it beside costglass-cli or in PATH.</source>
        <translation>请将其安装在 costglass-cli 旁或 PATH 中。</translation>
    </message>
    <message>
        <source>--top is a number of rows; 0 shows all.</source>
        <translation>--top 是行数；0 表示全部。</translation>
    </message>
    <message>
        <source>Before (%1): %2</source>
        <translation>之前（%1）：%2</translation>
    </message>
    <message>
        <source>Per million tokens</source>
        <translation>每百万令牌</translation>
    </message>
    <message>
        <source>Cache writes</source>
        <translation>缓存写入</translation>
    </message>
    <message>
        <source>rank by cost, tokens, requests or unit-cost (cost per million tokens)</source>
        <translation>按 cost、tokens、requests 或 unit-cost（每百万令牌费用）排序</translation>
    </message>
    <message>
        <source>the N largest rows</source>
        <translation>最大的 N 行</translation>
    </message>
    <message>
        <source>not a JSON object (at byte %1).</source>
        <translation>不是 JSON 对象（第 %1 字节处）。</translation>
    </message>
    <message>
        <source>a request needs “model” and “usage”.</source>
        <translation>请求需要“model”和“usage”。</translation>
    </message>
    <message>
        <source>there is no tier “%1”.</source>
        <translation>没有档位“%1”。</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1，第 %2 行：%3</translation>
    </message>
    <message>
        <source>The lines before it are priced; correct it and start again.</source>
        <translation>之前的行已计价；请更正后重新开始。</translation>
    </message>
    <message>
        <source>keyring (the default), vault (a file behind a passphrase) or env ($COSTGLASS_SECRET_LABEL, read each time)</source>
        <translation>keyring（默认）、vault（受口令保护的文件）或 env（每次读取 $COSTGLASS_SECRET_LABEL）</translation>
    </message>
    <message>
        <source>What the key may do, and what it may do beyond reading.</source>
        <translation>密钥的权限，以及读取之外的权限。</translation>
    </message>
    <message>
        <source>Changes name, address, settings, key or where the key is kept.</source>
        <translation>更改名称、地址、设置、密钥或密钥的存放位置。</translation>
    </message>
    <message>
        <source>Takes a paused account in again.</source>
        <translation>恢复已暂停的账户。</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>技术支持</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>席位</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>税费</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>-20 %</source>
        <translation>-20 %</translation>
    </message>
    <message>
        <source>+20 %</source>
        <translation>+20 %</translation>
    </message>
    <message>
        <source>Unknown or assumed</source>
        <translation>未知或假定</translation>
    </message>
    <message>
        <source>--template is education, e-commerce, healthcare or last-30-days.</source>
        <translation>--template 只能是 education、e-commerce、healthcare 或 last-30-days。</translation>
    </message>
    <message>
        <source>What a workload would cost in a month, with every fee kind in its own column.</source>
        <translation>某工作负载一个月的费用，每种费用单列。</translation>
    </message>
    <message>
        <source>print a scenario to edit: education, e-commerce, healthcare or last-30-days</source>
        <translation>打印可编辑的场景：education、e-commerce、healthcare 或 last-30-days</translation>
    </message>
    <message>
        <source>all models of this vendor instead of the scenario&apos;s; may be repeated</source>
        <translation>用该厂商的全部模型代替场景中的模型；可重复</translation>
    </message>
    <message>
        <source>at the prices of that month</source>
        <translation>按该月的价格</translation>
    </message>
    <message>
        <source>the list&apos;s format</source>
        <translation>价格表格式</translation>
    </message>
    <message>
        <source>no progress; only what went wrong</source>
        <translation>不显示进度；只显示出错内容</translation>
    </message>
    <message>
        <source>say more, like requests and seconds; never a secret</source>
        <translation>输出更多信息，如请求数和秒数；从不输出密钥</translation>
    </message>
    <message>
        <source>“costglass-cli COMMAND --help” tells a command&apos;s options.</source>
        <translation>“costglass-cli 命令 --help”会列出该命令的选项。</translation>
    </message>
    <message>
        <source>Exit codes: 0 done, 2 bad usage, 3 a budget fails, 4 log-in or permission, 5 network or vendor (try again), 6 a reply or file that cannot be read, 7 ledger or settings, 1 a fault of Costglass.</source>
        <translation>退出码：0 完成，2 用法错误，3 预算失败，4 登录或权限，5 网络或厂商（可重试），6 无法读取的响应或文件，7 账本或设置，1 Costglass 自身故障。</translation>
    </message>
    <message>
        <source>What was spent, grouped as you ask.</source>
        <translation>按您要求分组的花费。</translation>
    </message>
    <message>
        <source>a month; the present one when no period is given</source>
        <translation>某月；未指定时段时为当月</translation>
    </message>
    <message>
        <source>group by vendor (when nothing is said), account, service, model, project, key, user, category, region, tier, kind, day, week, month</source>
        <translation>按 vendor（默认）、account、service、model、project、key、user、category、region、tier、kind、day、week、month 分组</translation>
    </message>
    <message>
        <source>only money that is billed, estimated, equivalent or entered</source>
        <translation>只取 billed、estimated、equivalent 或 entered 的金额</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>only this account</source>
        <translation>只看此账户</translation>
    </message>
    <message>
        <source>back to this month; twelve months when nothing is said</source>
        <translation>追溯到该月；未指定时为十二个月</translation>
    </message>
    <message>
        <source>only these: costs, usage, balance, names, prices, fx</source>
        <translation>只包括：costs、usage、balance、names、prices、fx</translation>
    </message>
    <message>
        <source>ask again for days that are settled</source>
        <translation>也重新查询已确定的日子</translation>
    </message>
    <message>
        <source>print the raw replies of this one, without keys</source>
        <translation>打印此快照的原始响应（不含密钥）</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>spent on requests, the limit</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>“%1” is not a day; write it like 2026-11-24.</source>
        <translation>“%1”不是日期；请写成 2026-11-24。</translation>
    </message>
    <message>
        <source>One</source>
        <translation>1 单位</translation>
    </message>
    <message>
        <source>is</source>
        <translation>等于</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>汇率</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>%1 rates read: %2 new, %3 changed, %4 already there.</source>
        <translation>读取了 %1 个汇率：%2 个新增，%3 个有变，%4 个已存在。</translation>
    </message>
    <message>
        <source>The server of rates answered with HTTP %1.</source>
        <translation>汇率服务器返回 HTTP %1。</translation>
    </message>
    <message>
        <source>Try again later, or take in a file with “fx import”.</source>
        <translation>请稍后再试，或用“fx import”导入文件。</translation>
    </message>
    <message>
        <source>1 %1 = %2 %3 on %4 (%5)</source>
        <translation>%4：1 %1 = %2 %3（%5）</translation>
    </message>
    <message>
        <source>The exchange rates of a day, or of the last one before it that has them.</source>
        <translation>某一天的汇率；没有时取之前最近的一天。</translation>
    </message>
    <message>
        <source>the day; today when nothing is said</source>
        <translation>日期；不写则为今天</translation>
    </message>
    <message>
        <source>Takes in rates: the European Central Bank&apos;s CSV or a reply of Frankfurter.</source>
        <translation>导入汇率：欧洲央行的 CSV 或 Frankfurter 的响应。</translation>
    </message>
    <message>
        <source>Asks a Frankfurter server for the newest rates of the European Central Bank.</source>
        <translation>向 Frankfurter 服务器获取欧洲央行的最新汇率。</translation>
    </message>
    <message>
        <source>another server than api.frankfurter.dev</source>
        <translation>改用 api.frankfurter.dev 以外的服务器</translation>
    </message>
    <message>
        <source>another service tier</source>
        <translation>按其他服务档位计费</translation>
    </message>
    <message>
        <source>another cache class</source>
        <translation>按其他缓存类别计费</translation>
    </message>
    <message>
        <source>long-context price</source>
        <translation>长上下文价格</translation>
    </message>
    <message>
        <source>price before or after a change</source>
        <translation>调价前或调价后的价格</translation>
    </message>
    <message>
        <source>free quota</source>
        <translation>免费额度</translation>
    </message>
    <message>
        <source>late data</source>
        <translation>数据延迟</translation>
    </message>
    <message>
        <source>rounding</source>
        <translation>舍入</translation>
    </message>
    <message>
        <source>credit</source>
        <translation>抵扣</translation>
    </message>
    <message>
        <source>tax</source>
        <translation>税费</translation>
    </message>
    <message>
        <source>no price known</source>
        <translation>无已知价格</translation>
    </message>
    <message>
        <source>unexplained</source>
        <translation>原因不明</translation>
    </message>
    <message>
        <source>%1 tells no metered use, so its bill cannot be compared.</source>
        <translation>%1 不提供计量用量，因此无法核对其账单。</translation>
    </message>
    <message>
        <source>There is nothing to compare in this month.</source>
        <translation>该月没有可核对的内容。</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Number of days</source>
        <translation>天数</translation>
    </message>
    <message>
        <source>Billed</source>
        <translation>账单金额</translation>
    </message>
    <message>
        <source>Computed</source>
        <translation>计算金额</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差额</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>reason of a difference: sum</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Explained: %1 % of all differences</source>
        <translation>已解释全部差额的 %1%</translation>
    </message>
    <message>
        <source>Holds the month&apos;s bills to metered use × dated price, and says why they differ.</source>
        <translation>将该月账单与“计量用量 × 当日价格”核对，并说明差异原因。</translation>
    </message>
    <message>
        <source>only the account with this label</source>
        <translation>仅限此标签的账户</translation>
    </message>
    <message>
        <source>Later days were converted with the rates of %1, the newest here. “costglass-cli fx update” asks for newer ones.</source>
        <translation>之后的日期按本机最新的 %1 汇率换算。“costglass-cli fx update”可获取更新的汇率。</translation>
    </message>
    <message>
        <source>convert everything into C, each day at its rate</source>
        <translation>全部换算为 C，每天按当天汇率</translation>
    </message>
    <message>
        <source>from a file</source>
        <translation>来自文件</translation>
    </message>
    <message>
        <source>Adds an account; its key, if the vendor wants one, is asked for, or piped in.</source>
        <translation>添加账户；如厂商需要密钥，会询问，也可由管道传入。</translation>
    </message>
    <message>
        <source>snoozed until %1</source>
        <translation>已推迟至 %1</translation>
    </message>
    <message>
        <source>over since %1</source>
        <translation>已于 %1 结束</translation>
    </message>
    <message>
        <source>not delivered to “%1”: %2</source>
        <translation>未能送达“%1”：%2</translation>
    </message>
    <message>
        <source>on its way to “%1”: %2</source>
        <translation>正在送往“%1”：%2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>An alert is named by its number, not “%1”.</source>
        <translation>提醒用编号指定，而不是“%1”。</translation>
    </message>
    <message>
        <source>--until is a time like 2026-11-25T09:00:00+01:00 or a day like 2026-11-25.</source>
        <translation>--until 是 2026-11-25T09:00:00+01:00 这样的时间，或 2026-11-25 这样的日期。</translation>
    </message>
    <message>
        <source>--until is over already.</source>
        <translation>--until 已经过去。</translation>
    </message>
    <message>
        <source>It is told again at %1.</source>
        <translation>将于 %1 再次提醒。</translation>
    </message>
    <message>
        <source>Such an anomaly is not told again.</source>
        <translation>此类异常不再提醒。</translation>
    </message>
    <message>
        <source>The webhook “%1” has taken the test message.</source>
        <translation>Webhook“%1”已收到测试消息。</translation>
    </message>
    <message>
        <source>--channel is missing; it is desktop or webhook:NAME.</source>
        <translation>缺少 --channel：应为 desktop 或 webhook:NAME。</translation>
    </message>
    <message>
        <source>There is no channel “%1”; it is desktop or webhook:NAME.</source>
        <translation>没有渠道“%1”：应为 desktop 或 webhook:NAME。</translation>
    </message>
    <message>
        <source>--quiet-hours is written like 22:00-07:00, or none.</source>
        <translation>--quiet-hours 的写法是 22:00-07:00，或 none。</translation>
    </message>
    <message>
        <source>--least-anomaly is an amount like 10, or none.</source>
        <translation>--least-anomaly 是金额，例如 10，或 none。</translation>
    </message>
    <message>
        <source>Alerts are held from %1 to %2 local time, then told together.</source>
        <translation>本地时间 %1 至 %2 之间暂不提醒，结束后一并提醒。</translation>
    </message>
    <message>
        <source>Alerts are told at any time of the day.</source>
        <translation>全天随时提醒。</translation>
    </message>
    <message>
        <source>Unusual days are not told.</source>
        <translation>不提醒异常支出日。</translation>
    </message>
    <message>
        <source>Days that cost at least %1 more than usual are told.</source>
        <translation>支出比平时至少多 %1 的日子会提醒。</translation>
    </message>
    <message>
        <source>Every alert, newest first, with its largest cause and where it could not be told.</source>
        <translation>所有提醒（最新的在前），附最大原因及未能送达之处。</translation>
    </message>
    <message>
        <source>Tells an alert again at a later time and not before.</source>
        <translation>推迟提醒：到指定时间再提醒，此前不提醒。</translation>
    </message>
    <message>
        <source>a time with its zone, or a day: its first minute here</source>
        <translation>带时区的时间，或日期（取当地零点）</translation>
    </message>
    <message>
        <source>Says that an anomaly was expected: the same vendor, model and key raise none again.</source>
        <translation>说明某异常在预期之内：相同厂商、模型和密钥不再提醒。</translation>
    </message>
    <message>
        <source>When alerts may be told and which unusual days are; without options it shows that.</source>
        <translation>何时可以提醒、哪些异常日会提醒；不带选项时显示当前设置。</translation>
    </message>
    <message>
        <source>hold alerts between these local times; or none</source>
        <translation>在这段本地时间内暂不提醒；或 none</translation>
    </message>
    <message>
        <source>tell days that cost this much more than usual, in the main currency (10); or none</source>
        <translation>支出比平时多出此金额（主要币种，默认 10）的日子会提醒；或 none</translation>
    </message>
    <message>
        <source>Sends a test message.</source>
        <translation>发送测试消息。</translation>
    </message>
    <message>
        <source>where to: desktop or webhook:NAME</source>
        <translation>发往：desktop 或 webhook:NAME</translation>
    </message>
    <message>
        <source>Forecast warns at</source>
        <translation>预测提醒</translation>
    </message>
    <message>
        <source>--week-start is a day like monday, not “%1”.</source>
        <translation>--week-start 是 monday 这样的星期名，而不是“%1”。</translation>
    </message>
    <message>
        <source>the day on which a week begins (monday)</source>
        <translation>每周从哪一天开始（默认 monday）</translation>
    </message>
    <message>
        <source>percentages at which to warn (50,80,100); or none</source>
        <translation>提醒的百分比（默认 50,80,100）；或 none</translation>
    </message>
    <message>
        <source>percentages at which to warn as soon as spend is at least 80 % likely to reach them by the period&apos;s end; or none (the default)</source>
        <translation>一旦支出在周期结束前至少有 80% 的可能达到这些百分比即提醒；或 none（默认）</translation>
    </message>
    <message>
        <source>--format is one of %1.</source>
        <translation>--format 可为 %1 之一。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) read: %1 added, %2 already there, %3 no longer in the file, %4 refused.</source>
        <translation>
            <numerusform>读取 %n 行：新增 %1，已存在 %2，文件中不再有 %3，拒绝 %4。</numerusform>
        </translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>This very file is in already, in %1. Nothing was added.</source>
        <translation>同一文件已导入到 %1，未新增任何内容。</translation>
    </message>
    <message>
        <source>It stands in %1.</source>
        <translation>已存入 %1。</translation>
    </message>
    <message>
        <source>This was a dry run: nothing was stored.</source>
        <translation>这是试运行：未存入任何内容。</translation>
    </message>
    <message>
        <source>The same days of the same vendor are told by %1 too: both count.</source>
        <translation>同一厂商同一时段的金额也由 %1 提供：两者都会计入。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) cannot be read, so nothing was taken in.</source>
        <translation>
            <numerusform>%n 行无法读取，因此未导入任何内容。</numerusform>
        </translation>
    </message>
    <message>
        <source>Mend them, or leave them out with --skip-refused.</source>
        <translation>请修正这些行，或用 --skip-refused 略过。</translation>
    </message>
    <message>
        <source>--format is csv, json or focus.</source>
        <translation>--format 可为 csv、json 或 focus。</translation>
    </message>
    <message>
        <source>--focus-version is 1.2, 1.3 or 1.4.</source>
        <translation>--focus-version 可为 1.2、1.3 或 1.4。</translation>
    </message>
    <message>
        <source>--to is the day after the last one, so it lies after --from.</source>
        <translation>--to 是最后一天的次日，应晚于 --from。</translation>
    </message>
    <message>
        <source>Wrote %1: %2 charges, %3 buckets of use.</source>
        <translation>已写入 %1：%2 笔费用，%3 条用量。</translation>
    </message>
    <message>
        <source>Takes in a file of costs (CSV, also as .gz): all of it, or nothing. A map names the field of each column: %1. Other keys of a map: vendor, currency, zone, decimal. Also takes in a tool&apos;s log, or a folder of them.</source>
        <translation>导入费用文件（CSV，也可为 .gz）：要么全部导入，要么都不导入。映射为每一列指定字段：%1。映射的其他键：vendor、currency、zone、decimal。也可导入某个工具的日志或日志文件夹。</translation>
    </message>
    <message>
        <source>csv, or nothing, is: as its first line looks</source>
        <translation>写 csv 或不写：按首行判断</translation>
    </message>
    <message>
        <source>JSON that says what each column is</source>
        <translation>说明每一列含义的 JSON</translation>
    </message>
    <message>
        <source>where it shall stand; the file&apos;s name when nothing is said</source>
        <translation>存入哪个账户；不写则用文件名</translation>
    </message>
    <message>
        <source>take in the rest when rows cannot be read</source>
        <translation>有行无法读取时仍导入其余行</translation>
    </message>
    <message>
        <source>only say what would be done</source>
        <translation>只说明将会做什么</translation>
    </message>
    <message>
        <source>Writes what the ledger holds into a file.</source>
        <translation>将账本内容写入文件。</translation>
    </message>
    <message>
        <source>the first day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>the day after the last one</source>
        <translation>最后一天的次日</translation>
    </message>
    <message>
        <source>FOCUS has charges alone, the others use as well</source>
        <translation>FOCUS 只含费用，其他格式还含用量</translation>
    </message>
    <message>
        <source>1.2 (when nothing is said), 1.3 or 1.4</source>
        <translation>1.2（默认）、1.3 或 1.4</translation>
    </message>
    <message>
        <source>%1 lines read: %2 requests added, %3 changed, %4 already there, %5 lines refused.</source>
        <translation>读取 %1 行：新增 %2 个请求，更改 %3 个，已有 %4 个，拒绝 %5 行。</translation>
    </message>
    <message>
        <source>--%1 is for files of costs, not for a tool&apos;s logs.</source>
        <translation>--%1 用于费用文件，不用于工具日志。</translation>
    </message>
    <message>
        <source>“%1” is not there.</source>
        <translation>“%1”不存在。</translation>
    </message>
    <message>
        <source>--url is missing.</source>
        <translation>缺少 --url。</translation>
    </message>
    <message>
        <source>Write --url - and pipe the address in, so that no process list shows it.</source>
        <translation>请写 --url - 并通过管道传入地址，这样进程列表中不会出现它。</translation>
    </message>
    <message>
        <source>The webhook needs a name.</source>
        <translation>Webhook 需要一个名称。</translation>
    </message>
    <message>
        <source>--kind is missing or unknown.</source>
        <translation>--kind 缺失或未知。</translation>
    </message>
    <message>
        <source>Added “%1”. Next: costglass-cli alerts test --channel webhook:%1</source>
        <translation>已添加“%1”。下一步：costglass-cli alerts test --channel webhook:%1</translation>
    </message>
    <message>
        <source>No webhook yet. Add one with “webhook add”.</source>
        <translation>还没有 Webhook。用“webhook add”添加。</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Address in</source>
        <translation>地址存于</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>已送达</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>发送中</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>已放弃</translation>
    </message>
    <message>
        <source>Removed “%1” and its address.</source>
        <translation>已移除“%1”及其地址。</translation>
    </message>
    <message>
        <source>There is no webhook “%1”.</source>
        <translation>没有名为“%1”的 Webhook。</translation>
    </message>
    <message>
        <source>There is none yet: add one with “webhook add”.</source>
        <translation>还没有：用“webhook add”添加。</translation>
    </message>
    <message>
        <source>Tells every new alert to an address too.</source>
        <translation>把每条新提醒也发送到一个地址。</translation>
    </message>
    <message>
        <source>the address; - reads it from the first line of standard input, and what signs its messages from the second</source>
        <translation>地址；- 表示从标准输入第一行读取，第二行为签名密钥</translation>
    </message>
    <message>
        <source>keyring (the default), vault or env ($COSTGLASS_SECRET_WEBHOOK_NAME, read each time)</source>
        <translation>keyring（默认）、vault 或 env（每次读取 $COSTGLASS_SECRET_WEBHOOK_NAME）</translation>
    </message>
    <message>
        <source>Every webhook and what became of its messages.</source>
        <translation>所有 Webhook 及其消息的去向。</translation>
    </message>
    <message>
        <source>Takes a webhook and its address away, with the messages that it is owed.</source>
        <translation>移除 Webhook、其地址以及尚未送出的消息。</translation>
    </message>
    <message>
        <source>No balance yet. Add the account of a prepaid vendor and sync it.</source>
        <translation>还没有余额。请添加预付费服务商的账户并同步。</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>余额</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>A day</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>Runs out</source>
        <translation>用完日期</translation>
    </message>
    <message>
        <source>No quota yet. Accounts that count use bring theirs; “plan add --included” says what a plan includes.</source>
        <translation>还没有额度。会计数的账户自带额度；用“plan add --included”说明套餐包含的内容。</translation>
    </message>
    <message>
        <source>Quota</source>
        <translation>额度</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>已用</translation>
    </message>
    <message>
        <source>Included</source>
        <translation>包含</translation>
    </message>
    <message>
        <source>Begins anew</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>What is left of prepaid money, and until when at the use of the last two weeks.</source>
        <translation>预付余额还剩多少，按最近两周的用量能用到哪天。</translation>
    </message>
    <message>
        <source>What counters say was used, of what plans include, and until when that lasts.</source>
        <translation>套餐包含的额度已用多少，还能用到哪天。</translation>
    </message>
    <message>
        <source>An estimate needs a scenario&apos;s file, last-30-days, or --template.</source>
        <translation>估算需要场景文件、last-30-days 或 --template。</translation>
    </message>
    <message>
        <source>every figure in that currency, by the rates of that day</source>
        <translation>全部数字按当日汇率换算为该货币</translation>
    </message>
    <message>
        <source>Free quotas</source>
        <translation>免费额度</translation>
    </message>
    <message>
        <source>Paying beforehand</source>
        <translation>预付</translation>
    </message>
    <message>
        <source>Commitments</source>
        <translation>承诺用量</translation>
    </message>
    <message>
        <source>What is paid besides prices of quantities: free quotas, paying beforehand, commitments, support and seats.</source>
        <translation>除按量价格以外的费用：免费额度、预付、承诺用量、支持服务和席位。</translation>
    </message>
    <message>
        <source>--json prints:</source>
        <translation>--json 输出：</translation>
    </message>
    <message>
        <source>There is no plan “%1”.</source>
        <translation>没有名为“%1”的套餐。</translation>
    </message>
    <message>
        <source>There is none yet: add one with “plan add”.</source>
        <translation>还没有套餐：请用“plan add”添加。</translation>
    </message>
    <message>
        <source>Kept the plan “%1”. Next payment: %2 on %3.</source>
        <translation>已保存套餐“%1”。下次付款：%3，%2。</translation>
    </message>
    <message>
        <source>Kept “%1”. There is no further payment.</source>
        <translation>已保存“%1”。之后没有付款。</translation>
    </message>
    <message>
        <source>Removed “%1” and all that it was charged with. To keep past charges, end a plan instead: plan edit NAME --end D.</source>
        <translation>已移除“%1”及其全部费用。若要保留过去的费用，请改为结束套餐：plan edit NAME --end D。</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>No plan yet. Add one with “plan add”.</source>
        <translation>还没有套餐。请用“plan add”添加。</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>套餐</translation>
    </message>
    <message>
        <source>Renews</source>
        <translation>续费</translation>
    </message>
    <message>
        <source>month, year or once</source>
        <translation>month、year 或 once</translation>
    </message>
    <message>
        <source>of the price (USD)</source>
        <translation>价格的币种（USD）</translation>
    </message>
    <message>
        <source>the new name</source>
        <translation>新名称</translation>
    </message>
    <message>
        <source>the day from which price, seats and tax hold: the next payment when nothing is said; a past one changes what was charged since</source>
        <translation>价格、席位和税额生效的日期：默认从下次付款起；填过去的日期会更改此后的费用</translation>
    </message>
    <message>
        <source>Every subscription, purchase, credit, tax and invoice that was entered.</source>
        <translation>录入的全部订阅、购买、抵扣、税费和发票。</translation>
    </message>
    <message>
        <source>Enters what you pay a vendor apart from its metered bill; it is charged on each of its days.</source>
        <translation>录入按量账单之外付给服务商的费用；在每个付款日计费。</translation>
    </message>
    <message>
        <source>Changes what the options name; what was charged before stays as it was.</source>
        <translation>更改选项所指的内容；之前的费用保持不变。</translation>
    </message>
    <message>
        <source>Takes a plan away with all that it was charged with.</source>
        <translation>移除套餐及其全部费用。</translation>
    </message>
    <message>
        <source>--%1 is an amount like 20 or 19.99, not “%2”.</source>
        <translation>--%1 是金额，例如 20 或 19.99，而不是“%2”。</translation>
    </message>
    <message>
        <source>--seats is a whole number, not “%1”.</source>
        <translation>--seats 是整数，而不是“%1”。</translation>
    </message>
    <message>
        <source>--as is purchase, credit or tax, not “%1”.</source>
        <translation>--as 是 purchase、credit 或 tax，而不是“%1”。</translation>
    </message>
    <message>
        <source>“plan add” needs --%1.</source>
        <translation>“plan add”需要 --%1。</translation>
    </message>
    <message>
        <source>--per is month, year or once, not “%1”.</source>
        <translation>--per 是 month、year 或 once，而不是“%1”。</translation>
    </message>
    <message>
        <source>whom you pay: a vendor&apos;s id or any name</source>
        <translation>付款对象：服务商的 ID 或任意名称</translation>
    </message>
    <message>
        <source>of one seat and period</source>
        <translation>每席位每周期的价格</translation>
    </message>
    <message>
        <source>how many (1 when nothing is said)</source>
        <translation>席位数（默认 1）</translation>
    </message>
    <message>
        <source>tax of all seats and one period, on top of the price</source>
        <translation>每周期全部席位的税额，另加在价格之上</translation>
    </message>
    <message>
        <source>the day of the first payment; the others follow from it</source>
        <translation>首次付款日；其余日期由此推算</translation>
    </message>
    <message>
        <source>the first day on which nothing is paid any more; or none</source>
        <translation>不再付款的第一天；或 none</translation>
    </message>
    <message>
        <source>what a period includes, like &quot;10000 AI points&quot;; may be repeated; or none</source>
        <translation>每周期包含的内容，例如 &quot;10000 AI points&quot;；可重复；或 none</translation>
    </message>
    <message>
        <source>purchase (when nothing is said), credit or tax</source>
        <translation>purchase（默认）、credit 或 tax</translation>
    </message>
    <message>
        <source>number of the vendor&apos;s invoice</source>
        <translation>服务商发票号码</translation>
    </message>
    <message>
        <source>the invoice as PDF; a copy is kept in the data folder</source>
        <translation>PDF 发票；副本保存在数据文件夹中</translation>
    </message>
    <message>
        <source>charge nothing: a synced or imported bill has the amounts already</source>
        <translation>不计费：同步或导入的账单已包含这些金额</translation>
    </message>
    <message>
        <source>read</source>
        <translation>已读取</translation>
    </message>
    <message>
        <source>as before</source>
        <translation>未变</translation>
    </message>
    <message>
        <source>more than twice or less than half</source>
        <translation>变化超过两倍或不到一半</translation>
    </message>
    <message>
        <source>the feeds differ</source>
        <translation>各来源不一致</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Held because</source>
        <translation>搁置原因</translation>
    </message>
    <message>
        <source>--feed is one of: %1.</source>
        <translation>--feed 可取：%1。</translation>
    </message>
    <message>
        <source>--feed-url is written FEED=URL.</source>
        <translation>--feed-url 的写法是 FEED=URL。</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>价格</translation>
    </message>
    <message numerus="yes">
        <source>%n price(s) wait for your decision: “prices held” shows them.</source>
        <translation>
            <numerusform>%n 个价格等待您的决定：“prices held”会列出它们。</numerusform>
        </translation>
    </message>
    <message>
        <source>No price waits for a decision.</source>
        <translation>没有等待决定的价格。</translation>
    </message>
    <message>
        <source>Name the ids that “prices held” shows, or --all.</source>
        <translation>请给出“prices held”列出的编号，或用 --all。</translation>
    </message>
    <message numerus="yes">
        <source>%n price(s) were refused.</source>
        <translation>
            <numerusform>已拒绝 %n 个价格。</numerusform>
        </translation>
    </message>
    <message>
        <source>every price that is held</source>
        <translation>所有搁置的价格</translation>
    </message>
    <message>
        <source>Asks the public lists of LiteLLM, models.dev and OpenRouter for new prices; nothing in the past is repriced, and what is implausible or disputed waits for your decision.</source>
        <translation>向 LiteLLM、models.dev 和 OpenRouter 的公开价目表查询新价格；不会重新计价过去的数据，不合理或有争议的价格等待您的决定。</translation>
    </message>
    <message>
        <source>only this list; may be repeated</source>
        <translation>仅此价目表；可重复</translation>
    </message>
    <message>
        <source>another address of a list; may be repeated</source>
        <translation>价目表的其他地址；可重复</translation>
    </message>
    <message>
        <source>Prices of public lists that wait for your decision.</source>
        <translation>等待您决定的公开价目。</translation>
    </message>
    <message>
        <source>Takes in prices that were held, from now on.</source>
        <translation>自现在起采用搁置的价格。</translation>
    </message>
    <message>
        <source>Refuses prices that were held: the same ones are not held again.</source>
        <translation>拒绝搁置的价格：相同的价格不再搁置。</translation>
    </message>
    <message>
        <source>Peak hours</source>
        <translation>高峰加价</translation>
    </message>
    <message>
        <source>the variable that holds what signs the messages (generic, feishu, dingtalk), or the mail server&apos;s password (email)</source>
        <translation>存放消息签名密钥（generic、feishu、dingtalk）或邮件服务器密码（email）的环境变量</translation>
    </message>
</context>
<context>
    <name>Costglass::Clouds</name>
    <message>
        <source>This computer&apos;s clock is wrong by more than a few minutes: set it, then sync again.</source>
        <translation>这台电脑的时钟误差超过几分钟：请校准后重新同步。</translation>
    </message>
</context>
<context>
    <name>Costglass::Cursor</name>
    <message>
        <source>The list of usage events</source>
        <translation>用量事件列表</translation>
    </message>
    <message>
        <source>Only a key of a team&apos;s Admin API is taken (key_… or crsr_…); make one at cursor.com → Dashboard → Settings. Your history stays.</source>
        <translation>只接受团队 Admin API 的密钥（key_… 或 crsr_…）；请在 cursor.com → Dashboard → Settings 创建。历史数据会保留。</translation>
    </message>
    <message>
        <source>Costs are only shown to a Teams or Enterprise plan, with a key that an admin made. For a plan of one&apos;s own, import the usage CSV of the dashboard. Your history stays.</source>
        <translation>只有 Teams 或 Enterprise 套餐、且由管理员创建的密钥才能看到费用。个人套餐请导入控制台的用量 CSV。历史数据会保留。</translation>
    </message>
    <message>
        <source>%1 has a count that is no whole number from 0 on (%2).</source>
        <translation>%1中有一个计数不是从 0 起的整数（%2）。</translation>
    </message>
    <message>
        <source>%1 has an event without its time.</source>
        <translation>%1中有一个事件没有时间。</translation>
    </message>
    <message>
        <source>The list of members</source>
        <translation>成员列表</translation>
    </message>
    <message>
        <source>Admin API key</source>
        <translation>Admin API 密钥</translation>
    </message>
    <message>
        <source>An admin of a Teams or Enterprise plan makes a key at cursor.com → Dashboard → Settings → Admin API keys. Plans of one person have no API: import the usage CSV of the dashboard instead. Cursor takes 20 requests a minute, so the first sync of a large team takes its time. Its days are taken as UTC, which Cursor does not state.</source>
        <translation>由 Teams 或 Enterprise 套餐的管理员在 cursor.com → Dashboard → Settings → Admin API keys 创建密钥。个人套餐没有 API：请改为导入控制台的用量 CSV。Cursor 每分钟只接受 20 个请求，因此大团队的首次同步需要较长时间。日期按 UTC 计算，Cursor 对此未作说明。</translation>
    </message>
    <message>
        <source>Keys of the Admin API have no scopes; this one also reads members, and with Enterprise it may set spend limits.</source>
        <translation>Admin API 的密钥没有权限范围；它还能读取成员，在 Enterprise 套餐下还能设置支出上限。</translation>
    </message>
    <message>
        <source>The key works: it reads the team&apos;s usage events.</source>
        <translation>密钥可用：可读取团队的用量事件。</translation>
    </message>
    <message>
        <source>With an Enterprise plan, a key of the Admin API may also set spend limits.</source>
        <translation>在 Enterprise 套餐下，Admin API 的密钥还能设置支出上限。</translation>
    </message>
</context>
<context>
    <name>Costglass::DataFile</name>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>无法创建文件夹 %1。</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>无法写入 %1。</translation>
    </message>
    <message>
        <source>Give yourself the right to write the data folder and free some space.</source>
        <translation>请给自己写入数据文件夹的权限，并腾出一些空间。</translation>
    </message>
</context>
<context>
    <name>Costglass::Dates</name>
    <message>
        <source>“%1” is not a month; write it like 2026-11.</source>
        <translation>“%1”不是月份，请写成 2026-11。</translation>
    </message>
    <message>
        <source>“%1” is not a time zone; write it like Europe/Berlin.</source>
        <translation>“%1”不是时区，请写成 Asia/Shanghai。</translation>
    </message>
    <message>
        <source>“%1” is not a time; write it like 2026-11-24T08:00:00Z.</source>
        <translation>“%1”不是时间，请写成 2026-11-24T08:00:00Z。</translation>
    </message>
    <message>
        <source>“%1” is not a day; write it like 2026-11-24.</source>
        <translation>“%1”不是日期；请写成 2026-11-24。</translation>
    </message>
</context>
<context>
    <name>Costglass::Decimal</name>
    <message>
        <source>“%1” is not a number.</source>
        <translation>“%1”不是数字。</translation>
    </message>
    <message>
        <source>A figure is neither a number nor a text.</source>
        <translation>数值既不是数字也不是文本。</translation>
    </message>
</context>
<context>
    <name>Costglass::DeepSeek</name>
    <message>
        <source>API key</source>
        <translation>API 密钥</translation>
    </message>
    <message>
        <source>Make a key at platform.deepseek.com → API keys. DeepSeek tells a key nothing but the balance: spend is derived from its falls, top-ups from its rises.</source>
        <translation>在 platform.deepseek.com → API keys 创建密钥。DeepSeek 只向密钥提供余额：余额下降记为花费，上升记为充值。</translation>
    </message>
    <message>
        <source>Any key will do; DeepSeek&apos;s keys have no scopes.</source>
        <translation>任何密钥都可以；DeepSeek 的密钥没有权限范围。</translation>
    </message>
    <message>
        <source>The balance</source>
        <translation>余额</translation>
    </message>
    <message>
        <source>DeepSeek says that the balance is too low for a request.</source>
        <translation>DeepSeek 表示余额不足以发起请求。</translation>
    </message>
</context>
<context>
    <name>Costglass::ElevenLabs</name>
    <message>
        <source>The subscription</source>
        <translation>订阅信息</translation>
    </message>
    <message>
        <source>This key may not read the subscription.</source>
        <translation>此密钥无权读取订阅信息。</translation>
    </message>
    <message>
        <source>Edit the key at elevenlabs.io → Developers → API keys: give it the permission User → read. Your history stays.</source>
        <translation>请在 elevenlabs.io → Developers → API keys 编辑该密钥，授予 User → read 权限。历史数据会保留。</translation>
    </message>
    <message>
        <source>Check that the whole key was pasted (sk_…) and that it was not deleted; your history stays.</source>
        <translation>请检查是否粘贴了完整的密钥（sk_…），以及密钥是否已被删除；历史数据会保留。</translation>
    </message>
    <message>
        <source>%1 has a count that is no whole number from 0 on (%2).</source>
        <translation>%1中有一个计数不是从 0 起的整数（%2）。</translation>
    </message>
    <message>
        <source>%1 does not tell the used credits.</source>
        <translation>%1没有给出已用积分。</translation>
    </message>
    <message>
        <source>ElevenLabs says that an invoice is open.</source>
        <translation>ElevenLabs 显示有未付账单。</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API 密钥</translation>
    </message>
    <message>
        <source>Make a key at elevenlabs.io → Developers → API keys. It tells the credits that are used of the plan, overage and the next invoice. The plan&apos;s own price is entered as a plan by hand. In which unit an overage is told is not documented: compare the first one with the invoice.</source>
        <translation>请在 elevenlabs.io → Developers → API keys 创建密钥。它提供套餐已用积分、超额费用和下一张账单。套餐本身的价格请作为套餐手动录入。超额费用的单位没有文档说明：请与第一张账单核对。</translation>
    </message>
    <message>
        <source>Restrict the key to User → read; all else can stay off.</source>
        <translation>把密钥限制为 User → read；其他权限都可以关闭。</translation>
    </message>
</context>
<context>
    <name>Costglass::Engine</name>
    <message>
        <source>There is no account “%1” any more.</source>
        <translation>账户“%1”已不存在。</translation>
    </message>
    <message>
        <source>%1 has no setting “%2”.</source>
        <translation>%1 没有“%2”这项设置。</translation>
    </message>
    <message>
        <source>%1 needs the setting “%2”.</source>
        <translation>%1 需要设置“%2”。</translation>
    </message>
    <message>
        <source>Costglass does not know the vendor “%1”.</source>
        <translation>Costglass 不认识厂商“%1”。</translation>
    </message>
    <message>
        <source>It knows: %1.</source>
        <translation>可用的有：%1。</translation>
    </message>
    <message>
        <source>The account needs a name.</source>
        <translation>账户需要一个名称。</translation>
    </message>
    <message>
        <source>Any will do, for example “production”.</source>
        <translation>任意名称均可，例如“生产”。</translation>
    </message>
    <message>
        <source>“%1” cannot be the account&apos;s address.</source>
        <translation>“%1”不能作为账户地址。</translation>
    </message>
    <message>
        <source>Write it like https://host/path; plain http is for this computer only.</source>
        <translation>请写成 https://主机/路径；http 只能用于本机。</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>All AI</source>
        <translation>全部 AI</translation>
    </message>
    <message>
        <source>“%1” is no value of the setting “%2”.</source>
        <translation>“%1”不是设置“%2”的可用值。</translation>
    </message>
    <message>
        <source>There are: %1.</source>
        <translation>可用值：%1。</translation>
    </message>
    <message>
        <source>“%1” holds what a file told: there is no log-in to it.</source>
        <translation>“%1”保存的是文件中的数据，无需登录。</translation>
    </message>
    <message>
        <source>Import a newer file to change its figures.</source>
        <translation>导入更新的文件即可更改其数字。</translation>
    </message>
    <message>
        <source>An account&apos;s name cannot begin with “webhook:”.</source>
        <translation>账户名称不能以“webhook:”开头。</translation>
    </message>
    <message>
        <source>Any other will do, for example “production”.</source>
        <translation>其他名称均可，例如“production”。</translation>
    </message>
    <message>
        <source>“%1” cannot be kept where nothing is stored.</source>
        <translation>“%1”无法保存在不存储任何内容的地方。</translation>
    </message>
    <message>
        <source>Keep it in the keyring or the vault, or use the profile “env”.</source>
        <translation>请保存在密钥环或保险库中，或使用配置“env”。</translation>
    </message>
    <message>
        <source>“%1” goes with the %2.</source>
        <translation>“%1”须与%2一起提供。</translation>
    </message>
    <message>
        <source>Give both together.</source>
        <translation>请同时提供两者。</translation>
    </message>
    <message>
        <source>“%1” holds plans that were entered by hand.</source>
        <translation>“%1”保存的是手动录入的套餐。</translation>
    </message>
    <message>
        <source>Edit, end or remove the plans themselves.</source>
        <translation>请直接编辑、结束或移除这些套餐。</translation>
    </message>
</context>
<context>
    <name>Costglass::Error</name>
    <message>
        <source>Check the key and paste it again; your history stays.</source>
        <translation>请检查密钥并重新粘贴；已有历史不受影响。</translation>
    </message>
    <message>
        <source>Make a key with the scope that the account page names; your history stays.</source>
        <translation>请按账户页所列权限创建密钥；已有历史不受影响。</translation>
    </message>
    <message>
        <source>Costglass waits and tries again by itself.</source>
        <translation>Costglass 会等待并自动重试。</translation>
    </message>
    <message>
        <source>Check the connection and the proxy; Costglass tries again by itself.</source>
        <translation>请检查网络和代理；Costglass 会自动重试。</translation>
    </message>
    <message>
        <source>The answer took too long; Costglass tries again by itself.</source>
        <translation>响应时间过长；Costglass 会自动重试。</translation>
    </message>
    <message>
        <source>The vendor has trouble; Costglass tries again by itself.</source>
        <translation>厂商服务出现问题；Costglass 会自动重试。</translation>
    </message>
    <message>
        <source>The connection is not safe, so nothing was sent. Check the address, the clock and whether a proxy changes certificates.</source>
        <translation>连接不安全，因此未发送任何内容。请检查地址、系统时间，以及代理是否更换了证书。</translation>
    </message>
    <message>
        <source>Other data go on. Update Costglass, or report the reply that the snapshots page shows.</source>
        <translation>其他数据不受影响。请更新 Costglass，或反馈快照页中的响应。</translation>
    </message>
    <message>
        <source>Unlock the keyring, or keep the key in the passphrase vault.</source>
        <translation>请解锁密钥环，或将密钥存入口令保险库。</translation>
    </message>
    <message>
        <source>Nothing was overwritten. Check the free space and the rights of the data folder.</source>
        <translation>没有覆盖任何内容。请检查剩余空间和数据文件夹的权限。</translation>
    </message>
    <message>
        <source>Nothing was overwritten. Report this: an amount is beyond every plausible bill.</source>
        <translation>没有覆盖任何内容。请反馈此问题：金额超出了任何合理账单。</translation>
    </message>
    <message>
        <source>Correct the setting and try again.</source>
        <translation>请更正设置后重试。</translation>
    </message>
    <message>
        <source>What was stored stays; the next sync goes on from there.</source>
        <translation>已存储的内容保留，下次同步从那里继续。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>what happened, what to do</comment>
        <translation>%1%2</translation>
    </message>
</context>
<context>
    <name>Costglass::Estimate</name>
    <message>
        <source>requests spread evenly over the hours of “%1”</source>
        <translation>请求均匀分布在“%1”的时段</translation>
    </message>
    <message>
        <source>no batch price is known: all at the standard price</source>
        <translation>没有已知的批处理价格：全部按标准价格</translation>
    </message>
    <message>
        <source>region %1</source>
        <translation>区域 %1</translation>
    </message>
    <message>
        <source>model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>support</source>
        <translation>支持</translation>
    </message>
    <message>
        <source>seats</source>
        <translation>席位</translation>
    </message>
    <message>
        <source>exchange rate of %1</source>
        <translation>%1 的汇率</translation>
    </message>
    <message>
        <source>%1 GiB of “%2” are free of charge</source>
        <translation>“%2”中有 %1 GiB 免费</translation>
    </message>
</context>
<context>
    <name>Costglass::EstimateTable</name>
    <message>
        <source>Unknown: %1</source>
        <translation>未知：%1</translation>
    </message>
    <message>
        <source>Read %1 · %2</source>
        <translation>读取于 %1 · %2</translation>
    </message>
    <message>
        <source>by the plan&apos;s steps</source>
        <translation>按方案阶梯计</translation>
    </message>
    <message>
        <source>%1 per %2</source>
        <comment>price, quantity</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>source, how sure</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Total a month</source>
        <translation>每月合计</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差额</translation>
    </message>
    <message>
        <source>−20 % use</source>
        <translation>用量 −20 %</translation>
    </message>
    <message>
        <source>+20 % use</source>
        <translation>用量 +20 %</translation>
    </message>
    <message>
        <source>Price age</source>
        <translation>价格距今</translation>
    </message>
</context>
<context>
    <name>Costglass::FeeFacts</name>
    <message>
        <source>a free quota needs vendor and name.</source>
        <translation>免费额度需要厂商和名称。</translation>
    </message>
    <message>
        <source>a step needs an amount above the one before, and a rate.</source>
        <translation>每一档需要高于前一档的金额和费率。</translation>
    </message>
    <message>
        <source>paying beforehand is a fee or a bonus.</source>
        <translation>预付只能是手续费或赠送。</translation>
    </message>
</context>
<context>
    <name>Costglass::Fetcher</name>
    <message>
        <source>The account&apos;s address is not a web address.</source>
        <translation>账户地址不是网址。</translation>
    </message>
    <message>
        <source>Write it like https://host/path.</source>
        <translation>请写成 https://主机/路径。</translation>
    </message>
    <message>
        <source>%1 would send the key unprotected over http; nothing was sent.</source>
        <translation>通过 http 访问 %1 会明文发送密钥，因此未发送任何内容。</translation>
    </message>
    <message>
        <source>Use the https address. Plain http is for this computer only.</source>
        <translation>请使用 https 地址；http 只能用于本机。</translation>
    </message>
    <message>
        <source>its certificate is signed by itself</source>
        <translation>其证书为自签名</translation>
    </message>
    <message>
        <source>its certificate has expired, or this computer&apos;s clock is wrong</source>
        <translation>其证书已过期，或本机时间不正确</translation>
    </message>
    <message>
        <source>its certificate is not valid yet, or this computer&apos;s clock is wrong</source>
        <translation>其证书尚未生效，或本机时间不正确</translation>
    </message>
    <message>
        <source>its certificate belongs to another host</source>
        <translation>其证书属于其他主机</translation>
    </message>
    <message>
        <source>its certificate is not trusted</source>
        <translation>其证书不受信任</translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation>%1 没有响应。</translation>
    </message>
    <message>
        <source>%1 took too long to answer.</source>
        <translation>%1 响应时间过长。</translation>
    </message>
    <message>
        <source>%1 stopped answering.</source>
        <translation>%1 中途停止响应。</translation>
    </message>
    <message>
        <source>The reply of %1 is larger than %2 MB.</source>
        <translation>%1 的响应超过 %2 MB。</translation>
    </message>
    <message>
        <source>%1 was not found.</source>
        <translation>找不到 %1。</translation>
    </message>
    <message>
        <source>%1 refused the connection.</source>
        <translation>%1 拒绝了连接。</translation>
    </message>
    <message>
        <source>The proxy on the way to %1 does not let us through.</source>
        <translation>通往 %1 的代理不放行。</translation>
    </message>
    <message>
        <source>The connection to %1 broke.</source>
        <translation>与 %1 的连接中断。</translation>
    </message>
    <message>
        <source>No safe connection to %1 could be made.</source>
        <translation>无法与 %1 建立安全连接。</translation>
    </message>
    <message>
        <source>No safe connection to %1: %2.</source>
        <translation>无法与 %1 建立安全连接：%2。</translation>
    </message>
    <message>
        <source>%1 redirects to %2; this was not followed, so that the key goes nowhere else.</source>
        <translation>%1 重定向到 %2；为防止密钥外泄，未跟随跳转。</translation>
    </message>
    <message>
        <source>Check the account&apos;s base address.</source>
        <translation>请检查账户的基础地址。</translation>
    </message>
</context>
<context>
    <name>Costglass::Files</name>
    <message>
        <source>%1 cannot be read.</source>
        <translation>无法读取 %1。</translation>
    </message>
    <message>
        <source>Look whether the file is there and whether you may read it.</source>
        <translation>请检查文件是否存在，以及你是否有权读取。</translation>
    </message>
    <message>
        <source>%1 ends too early.</source>
        <translation>%1 不完整。</translation>
    </message>
    <message>
        <source>Download it again.</source>
        <translation>请重新下载。</translation>
    </message>
    <message>
        <source>%1 is damaged.</source>
        <translation>%1 已损坏。</translation>
    </message>
    <message>
        <source>%1 cannot be read twice.</source>
        <translation>%1 无法读取两次。</translation>
    </message>
    <message>
        <source>Save it as a file first.</source>
        <translation>请先保存为文件。</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>无法写入 %1。</translation>
    </message>
    <message>
        <source>Look whether there is room on the disk.</source>
        <translation>请检查磁盘空间是否充足。</translation>
    </message>
    <message>
        <source>Choose a folder that is there and that you may write to.</source>
        <translation>请选择存在且可写的文件夹。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>文件为空。</translation>
    </message>
    <message>
        <source>Look whether it is the right file.</source>
        <translation>请确认文件无误。</translation>
    </message>
    <message>
        <source>The first line names no columns of a bill that Costglass knows.</source>
        <translation>首行的列名不属于 Costglass 认识的任何账单。</translation>
    </message>
    <message>
        <source>Tell it with --map which column is the day, the cost, ….</source>
        <translation>请用 --map 指明哪一列是日期、费用等。</translation>
    </message>
    <message>
        <source>The file has no column “%1”.</source>
        <translation>文件中没有“%1”列。</translation>
    </message>
    <message>
        <source>Look whether it is the right file, and its first line the one with the names.</source>
        <translation>请确认文件无误，且首行是列名。</translation>
    </message>
    <message>
        <source>“%1” is not a time.</source>
        <translation>“%1”不是时间。</translation>
    </message>
    <message>
        <source>The row has no day.</source>
        <translation>该行没有日期。</translation>
    </message>
    <message>
        <source>The charge period ends before it begins.</source>
        <translation>计费周期的结束早于开始。</translation>
    </message>
    <message>
        <source>The row has no currency.</source>
        <translation>该行没有币种。</translation>
    </message>
    <message>
        <source>“%1” is no charge category.</source>
        <translation>“%1”不是费用类别。</translation>
    </message>
    <message>
        <source>“%1” is not a quantity.</source>
        <translation>“%1”不是数量。</translation>
    </message>
    <message>
        <source>“%1” is not a count.</source>
        <translation>“%1”不是计数。</translation>
    </message>
    <message>
        <source>The row has %1 cells; the first line has %2.</source>
        <translation>该行有 %1 个单元格，首行有 %2 个。</translation>
    </message>
    <message>
        <source>The row has no amount.</source>
        <translation>该行没有金额。</translation>
    </message>
    <message>
        <source>The map</source>
        <translation>映射</translation>
    </message>
    <message>
        <source>The map gives “%1” to the column “%2”.</source>
        <translation>映射将“%1”指定给“%2”列。</translation>
    </message>
    <message>
        <source>Fields are: %1.</source>
        <translation>可用字段：%1。</translation>
    </message>
    <message>
        <source>The map names no column for the day or none for the cost.</source>
        <translation>映射未指明日期列或费用列。</translation>
    </message>
    <message>
        <source>Write it like {&quot;currency&quot;:&quot;USD&quot;,&quot;columns&quot;:{&quot;Date&quot;:&quot;day&quot;,&quot;Spend&quot;:&quot;cost&quot;}}.</source>
        <translation>写法示例：{&quot;currency&quot;:&quot;USD&quot;,&quot;columns&quot;:{&quot;Date&quot;:&quot;day&quot;,&quot;Spend&quot;:&quot;cost&quot;}}。</translation>
    </message>
    <message>
        <source>The record that begins in line %1 does not end.</source>
        <translation>从第 %1 行开始的记录没有结束。</translation>
    </message>
    <message>
        <source>Look there for a quote that is opened and never closed.</source>
        <translation>请检查该处是否有未闭合的引号。</translation>
    </message>
    <message>
        <source>The file is written in UTF-16.</source>
        <translation>该文件采用 UTF-16 编码。</translation>
    </message>
    <message>
        <source>Save it as CSV in UTF-8.</source>
        <translation>请另存为 UTF-8 编码的 CSV。</translation>
    </message>
    <message>
        <source>A quote in the record of line %1 is never closed.</source>
        <translation>第 %1 行记录中的引号未闭合。</translation>
    </message>
    <message>
        <source>Export the file again, or close the quote.</source>
        <translation>请重新导出文件，或补上引号。</translation>
    </message>
</context>
<context>
    <name>Costglass::Forecast</name>
    <message numerus="yes">
        <source>Average of the %n methods that did best on earlier days of this spend, loudest: %1. The range comes from how far that average was off.</source>
        <translation>
            <numerusform>取在以往花费上表现最好的 %n 种方法的平均，主要为：%1。区间来自该平均以往的偏差。</numerusform>
        </translation>
    </message>
    <message>
        <source>chance and size of spend apart</source>
        <translation>分别估计花费的概率与大小</translation>
    </message>
    <message>
        <source>mean of all days</source>
        <translation>所有日子的均值</translation>
    </message>
    <message>
        <source>as one rhythm before</source>
        <translation>与上一周期相同</translation>
    </message>
    <message>
        <source>level, trend and multiplying rhythm, smoothed</source>
        <translation>水平、趋势与乘性节律，平滑</translation>
    </message>
    <message>
        <source>level, trend and rhythm, smoothed</source>
        <translation>水平、趋势与节律，平滑</translation>
    </message>
    <message>
        <source>level and multiplying rhythm, smoothed</source>
        <translation>水平与乘性节律，平滑</translation>
    </message>
    <message>
        <source>level and rhythm, smoothed</source>
        <translation>水平与节律，平滑</translation>
    </message>
    <message>
        <source>level and trend, smoothed</source>
        <translation>水平与趋势，平滑</translation>
    </message>
    <message>
        <source>as the value before</source>
        <translation>与前一个值相同</translation>
    </message>
    <message>
        <source>level, smoothed</source>
        <translation>水平，平滑</translation>
    </message>
    <message>
        <source>%1 of it are payments of plans, known to the day: they are added as they are, and past ones do not count as daily spend.</source>
        <translation>其中 %1 是套餐付款，日期已知：按实际金额计入，过去的付款不算作每日支出。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1%2</translation>
    </message>
</context>
<context>
    <name>Costglass::FxRates</name>
    <message>
        <source>%1 cannot be read.</source>
        <translation>无法读取 %1。</translation>
    </message>
    <message>
        <source>%1 is damaged: put it aside and import your rates again.</source>
        <translation>%1 已损坏：请将其移开，然后重新导入汇率。</translation>
    </message>
</context>
<context>
    <name>Costglass::FxTable</name>
    <message>
        <source>Give the European Central Bank&apos;s CSV (eurofxref-hist.csv) or a reply of Frankfurter.</source>
        <translation>请提供欧洲央行的 CSV（eurofxref-hist.csv）或 Frankfurter 的响应。</translation>
    </message>
    <message>
        <source>Line %1 holds no exchange rates.</source>
        <translation>第 %1 行没有汇率。</translation>
    </message>
    <message>
        <source>the exchange rates</source>
        <translation>汇率</translation>
    </message>
    <message>
        <source>These rates are not against the euro.</source>
        <translation>这些汇率不是以欧元为基准。</translation>
    </message>
    <message>
        <source>“%1” is not a day.</source>
        <translation>“%1”不是日期。</translation>
    </message>
    <message>
        <source>The rate of %1 on %2 cannot be read.</source>
        <translation>无法读取 %2 的 %1 汇率。</translation>
    </message>
    <message>
        <source>The file does not begin like a table of exchange rates.</source>
        <translation>文件开头不像汇率表。</translation>
    </message>
    <message>
        <source>There is no exchange rate as early as %1.</source>
        <translation>没有早至 %1 的汇率。</translation>
    </message>
    <message>
        <source>There is no exchange rate for %1.</source>
        <translation>没有 %1 的汇率。</translation>
    </message>
    <message>
        <source>“costglass-cli fx import FILE” takes in the European Central Bank&apos;s history.</source>
        <translation>用“costglass-cli fx import FILE”导入欧洲央行的历史汇率。</translation>
    </message>
</context>
<context>
    <name>Costglass::GitHub</name>
    <message>
        <source>The usage report</source>
        <translation>用量报告</translation>
    </message>
    <message>
        <source>The report by model</source>
        <translation>按模型的报告</translation>
    </message>
    <message>
        <source>Check that the whole token was pasted and that it has not expired; your history stays.</source>
        <translation>请检查是否粘贴了完整的令牌，以及令牌是否已过期；历史数据会保留。</translation>
    </message>
    <message>
        <source>GitHub shows this token no bill of “%1”.</source>
        <translation>GitHub 不向此令牌显示“%1”的账单。</translation>
    </message>
    <message>
        <source>Check level and name, and that the token is your own with the permission “Plan: read”. Copilot that an organization pays for is on that organization&apos;s bill; your history stays.</source>
        <translation>请检查级别和名称，并确认令牌是你本人的，且有“Plan: read”权限。由组织付费的 Copilot 在该组织的账单上；历史数据会保留。</translation>
    </message>
    <message>
        <source>Check level and name. An enterprise&apos;s bill takes a classic token of an owner or billing manager; your history stays.</source>
        <translation>请检查级别和名称。企业账单需要所有者或账单管理员的经典令牌；历史数据会保留。</translation>
    </message>
    <message>
        <source>Check level and name, and that an owner made the token with the organization permission “Administration: read”; your history stays.</source>
        <translation>请检查级别和名称，并确认令牌由组织所有者创建，且有组织权限“Administration: read”；历史数据会保留。</translation>
    </message>
    <message>
        <source>%1 has an item without its day.</source>
        <translation>%1中有一项没有日期。</translation>
    </message>
    <message>
        <source>GitHub does not tell this bill by model.</source>
        <translation>GitHub 不按模型提供此账单。</translation>
    </message>
    <message>
        <source>Whose bill</source>
        <translation>谁的账单</translation>
    </message>
    <message>
        <source>Name of the person, organization or enterprise</source>
        <translation>个人、组织或企业的名称</translation>
    </message>
    <message>
        <source>GitHub Copilot</source>
        <translation>GitHub Copilot</translation>
    </message>
    <message>
        <source>Personal access token</source>
        <translation>个人访问令牌</translation>
    </message>
    <message>
        <source>Make a fine-grained token at github.com → Settings → Developer settings → Personal access tokens; for an organization, an owner makes it with the organization as its resource owner. An enterprise&apos;s bill takes a classic token. Only Copilot, Models and Spark are counted.</source>
        <translation>请在 github.com → Settings → Developer settings → Personal access tokens 创建细粒度令牌；组织的令牌由所有者创建，并把资源所有者选为该组织。企业账单需要经典令牌。只计入 Copilot、Models 和 Spark。</translation>
    </message>
    <message>
        <source>One&apos;s own bill: “Plan: read”. An organization: “Administration: read”. An enterprise: a classic token with manage_billing:enterprise.</source>
        <translation>个人账单：“Plan: read”。组织：“Administration: read”。企业：带 manage_billing:enterprise 的经典令牌。</translation>
    </message>
    <message>
        <source>The token works: it reads the bill of “%1”.</source>
        <translation>令牌可用：可读取“%1”的账单。</translation>
    </message>
    <message>
        <source>This is a classic token with the scopes %1. Where it can be done, a fine-grained token that only reads the bill is safer.</source>
        <translation>这是经典令牌，权限范围为 %1。如有可能，只读账单的细粒度令牌更安全。</translation>
    </message>
</context>
<context>
    <name>Costglass::Google</name>
    <message>
        <source>Table of the billing export (PROJECT.DATASET.TABLE)</source>
        <translation>结算导出的表（PROJECT.DATASET.TABLE）</translation>
    </message>
    <message>
        <source>Table of the detailed export, if there is one</source>
        <translation>详细导出的表（如有）</translation>
    </message>
    <message>
        <source>Location of the dataset (needed outside US and EU)</source>
        <translation>数据集的位置（US 和 EU 以外必填）</translation>
    </message>
    <message>
        <source>Services: ai, or all of Google Cloud</source>
        <translation>服务：ai，或 all（整个 Google Cloud）</translation>
    </message>
    <message>
        <source>Most bytes that one query may bill</source>
        <translation>一次查询最多可计费的字节数</translation>
    </message>
    <message>
        <source>Google Cloud AI</source>
        <translation>Google Cloud AI</translation>
    </message>
    <message>
        <source>Service account&apos;s key (JSON)</source>
        <translation>服务账号密钥（JSON）</translation>
    </message>
    <message>
        <source>Google tells costs only through the export to BigQuery: enable it in the Cloud console → Billing → Billing export (a dataset in US or EU also gets the previous month). Then make a service account under IAM → Service accounts, give it the two roles below, and add a key of type JSON under Keys. Paste the whole file here.</source>
        <translation>Google 只通过导出到 BigQuery 提供费用：请在 Cloud 控制台 → 结算 → 结算导出 中启用（位于 US 或 EU 的数据集还会补上前一个月）。然后在 IAM → 服务账号 中创建一个服务账号，授予下面两个角色，并在“密钥”中添加 JSON 类型的密钥。把整个文件粘贴到这里。</translation>
    </message>
    <message>
        <source>BigQuery Data Viewer on the dataset of the export and BigQuery Job User on its project. Nothing else is needed.</source>
        <translation>导出所在数据集的 BigQuery Data Viewer 角色，以及其项目的 BigQuery Job User 角色。不需要其他权限。</translation>
    </message>
    <message>
        <source>The dry run</source>
        <translation>试运行</translation>
    </message>
    <message>
        <source>%1 does not say what the query reads.</source>
        <translation>%1没有说明查询会读取多少数据。</translation>
    </message>
    <message>
        <source>The key works: it reads the billing export. The first sync&apos;s query reads %1, which costs at most %2 at BigQuery&apos;s list price of 6.25 USD per TiB; later ones read less, and the first TiB of each month is free.</source>
        <translation>密钥有效：可以读取结算导出。首次同步的查询读取 %1，按 BigQuery 每 TiB 6.25 美元的标价最多花费 %2；之后的查询读取更少，且每月首 1 TiB 免费。</translation>
    </message>
    <message>
        <source>That is more than the account&apos;s cap of %1 (max_bytes_billed): BigQuery will refuse it.</source>
        <translation>这超过了账号的上限 %1（max_bytes_billed）：BigQuery 会拒绝它。</translation>
    </message>
    <message>
        <source>The query&apos;s result</source>
        <translation>查询结果</translation>
    </message>
    <message>
        <source>%1 has no columns.</source>
        <translation>%1没有列。</translation>
    </message>
    <message>
        <source>%1 has a row of another width than its columns (row %2).</source>
        <translation>%1有一行与列数不符（第 %2 行）。</translation>
    </message>
    <message>
        <source>%1 has a record that its columns do not describe.</source>
        <translation>%1有一条列中没有描述的记录。</translation>
    </message>
    <message>
        <source>%1 does not say whether it is whole.</source>
        <translation>%1没有说明是否完整。</translation>
    </message>
    <message>
        <source>%1 does not name its job.</source>
        <translation>%1没有给出其作业。</translation>
    </message>
    <message>
        <source>BigQuery did not finish the query.</source>
        <translation>BigQuery 没有完成查询。</translation>
    </message>
    <message>
        <source>%1 (row %2)</source>
        <translation>%1（第 %2 行）</translation>
    </message>
    <message>
        <source>The billing export</source>
        <translation>结算导出</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1无法读取：%2</translation>
    </message>
    <message>
        <source>A row has no day.</source>
        <translation>有一行没有日期。</translation>
    </message>
    <message>
        <source>A credit has no amount.</source>
        <translation>有一笔抵扣没有金额。</translation>
    </message>
    <message>
        <source>The export lacks newer columns: list prices, regions and the kinds of credits are not told.</source>
        <translation>导出缺少较新的列：没有标价、区域和抵扣种类。</translation>
    </message>
    <message>
        <source>%1 has no column “%2”.</source>
        <translation>%1没有“%2”列。</translation>
    </message>
    <message>
        <source>Write the account&apos;s table as PROJECT.DATASET.TABLE.</source>
        <translation>请把账号的表写成 PROJECT.DATASET.TABLE。</translation>
    </message>
    <message>
        <source>Give the service account the role BigQuery Data Viewer on the dataset of the export and BigQuery Job User on the project %1; your history stays.</source>
        <translation>请授予该服务账号导出数据集的 BigQuery Data Viewer 角色和项目 %1 的 BigQuery Job User 角色；您的历史记录会保留。</translation>
    </message>
    <message>
        <source>Enable billing and the BigQuery API for the project %1 in the Google Cloud console; your history stays.</source>
        <translation>请在 Google Cloud 控制台为项目 %1 启用结算和 BigQuery API；您的历史记录会保留。</translation>
    </message>
    <message>
        <source>Check the account&apos;s table (PROJECT.DATASET.TABLE, now %1) and, for a dataset outside US and EU, its location. A new export&apos;s table comes some hours after it was enabled.</source>
        <translation>请检查账号的表（PROJECT.DATASET.TABLE，现为 %1）；若数据集不在 US 或 EU，还请检查其位置。新启用的导出要过几小时才会有表。</translation>
    </message>
    <message>
        <source>Nothing was billed: the query would read more than the account&apos;s cap of %1 bytes. Raise max_bytes_billed if its price is right.</source>
        <translation>没有产生费用：查询要读取的数据超过了账号的上限 %1 字节。如果价格可以接受，请提高 max_bytes_billed。</translation>
    </message>
    <message>
        <source>A quota of the project %1 is used up. Raise it in the Google Cloud console, or wait until it is renewed at midnight Pacific time; your history stays.</source>
        <translation>项目 %1 的配额已用完。请在 Google Cloud 控制台提高配额，或等到太平洋时间午夜更新；您的历史记录会保留。</translation>
    </message>
    <message>
        <source>Check that %1 is the table of a Cloud Billing export (gcp_billing_export_v1_… or gcp_billing_export_resource_v1_…) and that the location is its dataset&apos;s.</source>
        <translation>请检查 %1 是否为 Cloud Billing 导出的表（gcp_billing_export_v1_… 或 gcp_billing_export_resource_v1_…），以及位置是否为其数据集的位置。</translation>
    </message>
    <message>
        <source>Check that the key of the service account was not deleted in the Google Cloud console (IAM → Service accounts → Keys); your history stays.</source>
        <translation>请检查该服务账号的密钥是否已在 Google Cloud 控制台（IAM → 服务账号 → 密钥）中删除；您的历史记录会保留。</translation>
    </message>
</context>
<context>
    <name>Costglass::Gui</name>
    <message>
        <source>Costglass: what AI costs you.</source>
        <translation>Costglass：AI 花了您多少钱。</translation>
    </message>
    <message>
        <source>data folder instead of $XDG_DATA_HOME/costglass</source>
        <translation>数据文件夹，代替 $XDG_DATA_HOME/costglass</translation>
    </message>
    <message>
        <source>look around with built-in sample data</source>
        <translation>用内置示例数据浏览</translation>
    </message>
    <message>
        <source>start in the tray</source>
        <translation>启动到托盘</translation>
    </message>
    <message>
        <source>language of texts</source>
        <translation>界面语言</translation>
    </message>
    <message>
        <source>pretend that it is T, like 2026-11-24T08:00:00Z</source>
        <translation>假定当前时间为 T，例如 2026-11-24T08:00:00Z</translation>
    </message>
    <message>
        <source>the month to show</source>
        <translation>要显示的月份</translation>
    </message>
    <message>
        <source>light or dark</source>
        <translation>浅色或深色</translation>
    </message>
    <message>
        <source>write a month&apos;s statement as PDF into --out and quit</source>
        <translation>将某月对账单以 PDF 写入 --out 后退出</translation>
    </message>
    <message>
        <source>the file of --render (.png, .svg) or --report (.pdf)</source>
        <translation>--render（.png、.svg）或 --report（.pdf）的文件</translation>
    </message>
    <message>
        <source>of the window in --render</source>
        <translation>--render 的窗口大小</translation>
    </message>
    <message>
        <source>pixels per unit in --render, 1 to 4</source>
        <translation>--render 的缩放，1 至 4</translation>
    </message>
    <message>
        <source>another state of the page in --render</source>
        <translation>--render 的另一种页面状态</translation>
    </message>
    <message>
        <source>of --report</source>
        <translation>--report 的纸张</translation>
    </message>
    <message>
        <source>print the milliseconds to the first painted page and quit</source>
        <translation>打印到首次绘制的毫秒数后退出</translation>
    </message>
    <message>
        <source>--help shows how it is written.</source>
        <translation>用 --help 查看写法。</translation>
    </message>
    <message>
        <source>“%1” is not a size; write it like 1440x900.</source>
        <translation>“%1”不是尺寸，请写成 1440x900。</translation>
    </message>
    <message>
        <source>--render and --report do not go together.</source>
        <translation>--render 与 --report 不能同时使用。</translation>
    </message>
    <message>
        <source>--out is missing.</source>
        <translation>缺少 --out。</translation>
    </message>
    <message>
        <source>--theme is light or dark.</source>
        <translation>--theme 只能是 light 或 dark。</translation>
    </message>
    <message>
        <source>--state is empty or error.</source>
        <translation>--state 只能是 empty 或 error。</translation>
    </message>
    <message>
        <source>--scale is a number from 1 to 4.</source>
        <translation>--scale 是 1 到 4 之间的数。</translation>
    </message>
    <message>
        <source>There is no page “%1”.</source>
        <translation>没有页面“%1”。</translation>
    </message>
    <message>
        <source>There are: %1, wizard.</source>
        <translation>可用的有：%1、wizard。</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>无法写入 %1。</translation>
    </message>
    <message>
        <source>Give a file that ends in .png or .svg, in a folder that you may write to.</source>
        <translation>请指定可写文件夹中以 .png 或 .svg 结尾的文件。</translation>
    </message>
    <message>
        <source>The vendor refused the key.</source>
        <translation>厂商拒绝了密钥。</translation>
    </message>
    <message>
        <source>paint a page into --out and quit: overview, budgets, plans, calculator, prices, accounts, wizard, settings, help</source>
        <translation>将页面绘制到 --out 后退出：overview、budgets、plans、calculator、prices、accounts、wizard、settings、help</translation>
    </message>
</context>
<context>
    <name>Costglass::HeldPrices</name>
    <message>
        <source>No price with the id “%1” is held.</source>
        <translation>没有编号为“%1”的搁置价格。</translation>
    </message>
    <message>
        <source>“prices held” shows those that are.</source>
        <translation>“prices held”会列出搁置的价格。</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>无法读取 %1。</translation>
    </message>
    <message>
        <source>%1 is damaged: put it aside and refresh the prices again.</source>
        <translation>%1 已损坏：请移走它，然后重新刷新价格。</translation>
    </message>
    <message>
        <source>%1 would get two prices for %2.</source>
        <translation>%1 的 %2 会有两个价格。</translation>
    </message>
    <message>
        <source>Accept one of them; the other is refused by that.</source>
        <translation>请采用其中一个；另一个随之被拒绝。</translation>
    </message>
</context>
<context>
    <name>Costglass::HelpPage</name>
    <message>
        <source>What would you like to do?</source>
        <translation>您想做什么？</translation>
    </message>
    <message>
        <source>Costglass %1 · free software under GPL-3.0-or-later</source>
        <translation>Costglass %1 · 自由软件，GPL-3.0-or-later</translation>
    </message>
    <message>
        <source>Log in to a vendor</source>
        <translation>登录厂商</translation>
    </message>
    <message>
        <source>Accounts → Add account. Choose the vendor, make a key where the page says, paste it and test it. The last twelve months arrive, newest first. Keys stay in your keyring; Costglass only reads.</source>
        <translation>账户 → 添加账户。选择厂商，按页面说明创建密钥，粘贴并测试。最近十二个月的数据会从最新月份开始到达。密钥留在您的密钥环中；Costglass 只读取数据。</translation>
    </message>
    <message>
        <source>See where it goes</source>
        <translation>看看花在哪里</translation>
    </message>
    <message>
        <source>Overview shows the month by day and vendor; ‹ and › (Ctrl+PgUp, Ctrl+PgDn) go to other months, Daily, Cumulative and 12 months change the picture. With the keyboard, Tab to the chart and use the arrow keys.</source>
        <translation>总览按日期和厂商显示当月；‹ 和 ›（Ctrl+PgUp、Ctrl+PgDn）切换月份，“每日”“累计”“12 个月”切换图表。使用键盘时，按 Tab 移到图表，再用方向键查看。</translation>
    </message>
    <message>
        <source>Be warned in time</source>
        <translation>及时得到提醒</translation>
    </message>
    <message>
        <source>Budgets → Add budget. The desktop tells you once when a threshold is crossed, and what caused it.</source>
        <translation>预算 → 添加预算。越过阈值时桌面提醒一次，并说明原因。</translation>
    </message>
    <message>
        <source>Take a statement away</source>
        <translation>导出对账单</translation>
    </message>
    <message>
        <source>Export PDF (Ctrl+P) writes the month with its chart, the vendors and how the figures came about.</source>
        <translation>导出 PDF（Ctrl+P）会写出当月的图表、各厂商以及数字的来历。</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>用语</translation>
    </message>
    <message>
        <source>Billed: the vendor&apos;s own money figure. Estimated: use times price. Equivalent: what use under a flat plan would have cost. Entered: typed or imported by you. Days are the vendor&apos;s, in its own time zone.</source>
        <translation>账单：厂商自己的金额。估算：用量乘以价格。等值：包月套餐内的用量按 API 价格折算。录入：由您输入或导入。日期按厂商自己的时区划分。</translation>
    </message>
    <message>
        <source>Ask what something would cost</source>
        <translation>估算费用</translation>
    </message>
    <message>
        <source>Calculator takes a workload, from a template or a file, and prices it with each offer; change any field and see what it does. Prices compares all models; a click on one shows how its price moved and where it was read.</source>
        <translation>“计算器”从模板或文件读取负载，并按各方案计价；修改任何字段即可看到影响。“价格”比较所有模型；点击某个模型可查看其价格变化与出处。</translation>
    </message>
    <message>
        <source>Ctrl+1 to 6: pages. Ctrl+R: sync. Ctrl+P: export. F1: this page. In tables Ctrl+C copies rows.</source>
        <translation>Ctrl+1 至 6：页面。Ctrl+R：同步。Ctrl+P：导出。F1：本页。在表格中按 Ctrl+C 复制行。</translation>
    </message>
</context>
<context>
    <name>Costglass::Json</name>
    <message>
        <source>%1 is not readable JSON (at byte %2 of %3).</source>
        <translation>%1不是可读的 JSON（共 %3 字节，第 %2 字节处）。</translation>
    </message>
    <message>
        <source>%1 is not a JSON object.</source>
        <translation>%1不是 JSON 对象。</translation>
    </message>
    <message>
        <source>An amount is neither a number nor a text.</source>
        <translation>金额既不是数字也不是文本。</translation>
    </message>
    <message>
        <source>A count is not a whole number.</source>
        <translation>计数不是整数。</translation>
    </message>
</context>
<context>
    <name>Costglass::Keyring</name>
    <message>
        <source>Start or unlock the keyring, or keep the key in the passphrase vault (--secret-store vault) or the environment (--secret-store env).</source>
        <translation>请启动或解锁密钥环，或将密钥存入口令保险库（--secret-store vault）或环境变量（--secret-store env）。</translation>
    </message>
    <message>
        <source>The keyring is locked.</source>
        <translation>密钥环已锁定。</translation>
    </message>
    <message>
        <source>The keyring stays locked.</source>
        <translation>密钥环仍处于锁定状态。</translation>
    </message>
    <message>
        <source>There is no usable keyring on this desktop.</source>
        <translation>此桌面没有可用的密钥环。</translation>
    </message>
    <message>
        <source>The keyring has not answered; perhaps it waits for its password in another window.</source>
        <translation>密钥环没有响应；可能正在另一个窗口等待输入密码。</translation>
    </message>
    <message>
        <source>The keyring holds no key for “%1”.</source>
        <translation>密钥环中没有“%1”的密钥。</translation>
    </message>
    <message>
        <source>Enter the key again.</source>
        <translation>请重新输入密钥。</translation>
    </message>
</context>
<context>
    <name>Costglass::Lanying</name>
    <message>
        <source>The connector&apos;s reply</source>
        <translation>连接器的回复</translation>
    </message>
    <message>
        <source>%1 comes without a code.</source>
        <translation>%1没有返回代码。</translation>
    </message>
    <message>
        <source>The connector&apos;s counter “%1” is not a whole number from 0 on.</source>
        <translation>连接器的计数“%1”不是从 0 起的整数。</translation>
    </message>
    <message>
        <source>“%1” is no number of points that a plan includes.</source>
        <translation>“%1”不是套餐所含的条数。</translation>
    </message>
    <message>
        <source>Write it like 10000.</source>
        <translation>请写成 10000 这样的数字。</translation>
    </message>
    <message>
        <source>The month&apos;s AI points are used up: the free tier stops here.</source>
        <translation>本月的智能消息条数已用完：免费版就此停止。</translation>
    </message>
    <message>
        <source>The month&apos;s AI points are used up: a paid tier stops 300 points further on.</source>
        <translation>本月的智能消息条数已用完：付费版再用 300 条后停止。</translation>
    </message>
    <message>
        <source>The connector wants the token that its operator set as LANYING_CONNECTOR_ACCESS_TOKEN, not a token of the app; your history stays.</source>
        <translation>连接器要的是运营者设置的 LANYING_CONNECTOR_ACCESS_TOKEN，而不是应用的令牌；历史数据保留不变。</translation>
    </message>
    <message>
        <source>%1 has no data.</source>
        <translation>%1没有数据。</translation>
    </message>
    <message>
        <source>App id</source>
        <translation>应用 ID（app_id）</translation>
    </message>
    <message>
        <source>First day of the plan (YYYY-MM-DD)</source>
        <translation>套餐首日（YYYY-MM-DD）</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>AI points included each month</source>
        <translation>每月所含智能消息条数</translation>
    </message>
    <message>
        <source>Lanying IM</source>
        <translation>蓝莺IM</translation>
    </message>
    <message>
        <source>Connector&apos;s access token</source>
        <translation>连接器的访问令牌</translation>
    </message>
    <message>
        <source>Lanying publishes no costs to customers. Only who runs the connector (private cloud or own server) can read its counters: enter the connector&apos;s address and the token that its operator set as LANYING_CONNECTOR_ACCESS_TOKEN. With the address of the app&apos;s own server and an admin token, only the log-in is proven; no costs come from there.</source>
        <translation>蓝莺不向客户提供费用数据。只有自行运行连接器（私有云或自有服务器）的人才能读取其计数：请填写连接器的地址，以及运营者设置的 LANYING_CONNECTOR_ACCESS_TOKEN。若填写应用自己的服务器地址和管理员令牌，只能验证登录，不会得到费用。</translation>
    </message>
    <message>
        <source>The connector has one token for all; it may also buy points.</source>
        <translation>连接器只有一个通用令牌，它也能购买条数。</translation>
    </message>
    <message>
        <source>This address tells no costs: it is no connector.</source>
        <translation>此地址不提供费用：它不是连接器。</translation>
    </message>
    <message>
        <source>Lanying&apos;s app servers publish none. Enter the address of a connector that you run, or keep the plan by hand; your history stays.</source>
        <translation>蓝莺的应用服务器不提供费用数据。请填写您自己运行的连接器的地址，或手工记录套餐；历史数据保留不变。</translation>
    </message>
    <message>
        <source>The list of users</source>
        <translation>用户列表</translation>
    </message>
    <message>
        <source>The log-in works: identity only, no cost data.</source>
        <translation>登录有效：仅验证身份，没有费用数据。</translation>
    </message>
    <message>
        <source>An app&apos;s server publishes no costs. Enter the address of a connector that you run, or keep the plan by hand.</source>
        <translation>应用服务器不提供费用数据。请填写您自己运行的连接器的地址，或手工记录套餐。</translation>
    </message>
    <message>
        <source>The token works: it reads the connector&apos;s counters.</source>
        <translation>令牌有效：可以读取连接器的计数。</translation>
    </message>
    <message>
        <source>The connector&apos;s token may also buy points; keep it as safe as money.</source>
        <translation>连接器的令牌也能购买条数，请像钱一样妥善保管。</translation>
    </message>
    <message>
        <source>The connector has counted nothing for this app this month. Check the app id.</source>
        <translation>本月连接器没有此应用的任何计数。请检查应用 ID。</translation>
    </message>
    <message>
        <source>The table of AI points</source>
        <translation>智能消息条数表</translation>
    </message>
    <message>
        <source>%1 has an entry without model and points (%2, “%3”).</source>
        <translation>%1中有一项缺少模型或条数（%2，“%3”）。</translation>
    </message>
</context>
<context>
    <name>Costglass::Ledger</name>
    <message>
        <source>There is already an account “%1”.</source>
        <translation>已有账户“%1”。</translation>
    </message>
    <message>
        <source>Choose another name, or edit that account.</source>
        <translation>请换一个名称，或编辑该账户。</translation>
    </message>
    <message>
        <source>There is no account “%1” any more.</source>
        <translation>账户“%1”已不存在。</translation>
    </message>
    <message>
        <source>There is already a budget “%1”.</source>
        <translation>已有预算“%1”。</translation>
    </message>
    <message>
        <source>Choose another name, or edit that budget.</source>
        <translation>请换一个名称，或编辑该预算。</translation>
    </message>
    <message>
        <source>The file is damaged: %1.</source>
        <translation>文件已损坏：%1。</translation>
    </message>
    <message>
        <source>Rows of “%1” belong to nothing.</source>
        <translation>“%1”中有无归属的行。</translation>
    </message>
    <message numerus="yes">
        <source>%n daily sum(s) disagree with the records.</source>
        <translation>
            <numerusform>有 %n 个日合计与记录不符。</numerusform>
        </translation>
    </message>
    <message>
        <source>The replies of snapshot %1 cannot be read.</source>
        <translation>无法读取快照 %1 的响应。</translation>
    </message>
    <message>
        <source>A sum is larger than Costglass can hold.</source>
        <translation>合计超出 Costglass 能容纳的大小。</translation>
    </message>
    <message>
        <source>The ledger %1 was written by a newer Costglass.</source>
        <translation>账本 %1 由更新版本的 Costglass 写入。</translation>
    </message>
    <message>
        <source>It was left as it is. Update Costglass, or choose another folder with --data.</source>
        <translation>未作任何改动。请更新 Costglass，或用 --data 选择其他文件夹。</translation>
    </message>
    <message>
        <source>The ledger %1 cannot be read.</source>
        <translation>无法读取账本 %1。</translation>
    </message>
    <message>
        <source>Give yourself the right to read the data folder, or choose another with --data.</source>
        <translation>请授予自己读取数据文件夹的权限，或用 --data 选择其他文件夹。</translation>
    </message>
    <message>
        <source>The ledger %1 is damaged.</source>
        <translation>账本 %1 已损坏。</translation>
    </message>
    <message>
        <source>It was left as it is. Move it away and put a backup in its place.</source>
        <translation>未作任何改动。请将其移走，并放回备份。</translation>
    </message>
    <message>
        <source>%1 is there already.</source>
        <translation>%1 已存在。</translation>
    </message>
    <message>
        <source>Choose another name; a backup never overwrites a file.</source>
        <translation>请换一个名称；备份从不覆盖文件。</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>无法写入 %1。</translation>
    </message>
    <message>
        <source>A stored reply is damaged.</source>
        <translation>存储的响应已损坏。</translation>
    </message>
    <message>
        <source>There is no snapshot %1.</source>
        <translation>没有快照 %1。</translation>
    </message>
    <message>
        <source>The list of snapshots shows which there are.</source>
        <translation>快照列表会显示现有快照。</translation>
    </message>
    <message>
        <source>A reply could not be compressed.</source>
        <translation>无法压缩响应。</translation>
    </message>
    <message>
        <source>The reply speaks of %1, which was not asked for.</source>
        <translation>响应中包含未查询的日期 %1。</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>磁盘已满。</translation>
    </message>
    <message>
        <source>Nothing was overwritten. Free some space and try again.</source>
        <translation>没有覆盖任何内容。请腾出空间后重试。</translation>
    </message>
    <message>
        <source>The ledger is in use by another program.</source>
        <translation>账本正被其他程序使用。</translation>
    </message>
    <message>
        <source>Close it or wait, then try again.</source>
        <translation>请关闭该程序或稍候再试。</translation>
    </message>
    <message>
        <source>The ledger answered: %1.</source>
        <translation>账本返回：%1。</translation>
    </message>
    <message>
        <source>%1 (process %2)</source>
        <comment>program, its number</comment>
        <translation>%1（进程 %2）</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>无法读取 %1。</translation>
    </message>
    <message>
        <source>Check the name and your right to read it.</source>
        <translation>请检查名称和读取权限。</translation>
    </message>
    <message>
        <source>%1 is no whole ledger.</source>
        <translation>%1 不是完整的账本。</translation>
    </message>
    <message>
        <source>Nothing was changed. Choose another backup.</source>
        <translation>未作任何更改。请选择其他备份。</translation>
    </message>
    <message>
        <source>The ledger is in use by %1.</source>
        <translation>账本正被 %1 使用。</translation>
    </message>
    <message>
        <source>Give yourself the right to write it, or choose another data folder with --data.</source>
        <translation>请授予自己写入权限，或用 --data 选择其他数据文件夹。</translation>
    </message>
    <message>
        <source>The ledger %1 could not be read or written.</source>
        <translation>无法读取或写入账本 %1。</translation>
    </message>
    <message>
        <source>Nothing was overwritten. Check that the disk is whole and has space, then try again.</source>
        <translation>没有覆盖任何内容。请确认磁盘完好且有空间，然后重试。</translation>
    </message>
    <message>
        <source>The ledger holds an unknown kind of charge, “%1”.</source>
        <translation>账本中有未知的费用类别“%1”。</translation>
    </message>
    <message>
        <source>There is no such alert %1.</source>
        <translation>没有编号为 %1 的此类提醒。</translation>
    </message>
    <message>
        <source>“alerts list” shows every alert with its number.</source>
        <translation>“alerts list”会列出所有提醒及其编号。</translation>
    </message>
    <message>
        <source>The file has no rows.</source>
        <translation>文件没有数据行。</translation>
    </message>
    <message>
        <source>Look whether it is the right file.</source>
        <translation>请确认文件无误。</translation>
    </message>
    <message>
        <source>There is already a webhook “%1”.</source>
        <translation>已有名为“%1”的 Webhook。</translation>
    </message>
    <message>
        <source>Choose another name, or remove that webhook.</source>
        <translation>请另选名称，或移除那个 Webhook。</translation>
    </message>
    <message>
        <source>There is no such plan any more.</source>
        <translation>该套餐已不存在。</translation>
    </message>
    <message>
        <source>The list of plans shows which there are.</source>
        <translation>套餐列表会显示现有的套餐。</translation>
    </message>
    <message>
        <source>There is already a plan “%1”.</source>
        <translation>已有名为“%1”的套餐。</translation>
    </message>
    <message>
        <source>Choose another name, or edit that plan.</source>
        <translation>请换一个名称，或编辑该套餐。</translation>
    </message>
</context>
<context>
    <name>Costglass::LiteLlm</name>
    <message>
        <source>The daily activity</source>
        <translation>每日活动</translation>
    </message>
    <message>
        <source>Check the key, and that the address is the proxy&apos;s own; your history stays.</source>
        <translation>请检查密钥，并确认地址是该代理自己的；历史数据会保留。</translation>
    </message>
    <message>
        <source>Use the key of a proxy admin, or a virtual key that may read its own spend; your history stays.</source>
        <translation>请使用代理管理员的密钥，或可读取自身支出的虚拟密钥；历史数据会保留。</translation>
    </message>
    <message>
        <source>Check the address. The proxy needs a database and a version that has /user/daily/activity; your history stays.</source>
        <translation>请检查地址。代理需要数据库，且版本须提供 /user/daily/activity；历史数据会保留。</translation>
    </message>
    <message>
        <source>%1 has a count that is no whole number from 0 on (%2).</source>
        <translation>%1中有一个计数不是从 0 起的整数（%2）。</translation>
    </message>
    <message>
        <source>%1 has a day without its date.</source>
        <translation>%1中有一天没有日期。</translation>
    </message>
    <message>
        <source>The key&apos;s spend</source>
        <translation>密钥的支出</translation>
    </message>
    <message>
        <source>LiteLLM proxy</source>
        <translation>LiteLLM 代理</translation>
    </message>
    <message>
        <source>Key of the proxy</source>
        <translation>代理的密钥</translation>
    </message>
    <message>
        <source>Enter the proxy&apos;s address and a key of it: in its admin page → Virtual keys. A proxy admin&apos;s key tells all users&apos; activity, a virtual key its own user&apos;s. The proxy counts tokens × its own price list, so its spend is an estimate beside the bills of the vendors behind it. Cached tokens are taken to be part of the prompt&apos;s, which may differ by provider.</source>
        <translation>请填写代理的地址和它的密钥（管理页面 → Virtual keys）。代理管理员的密钥可读取所有用户的活动，虚拟密钥只能读取自己用户的。代理按“令牌数 × 自己的价目表”计算，因此其支出是估算，独立于背后各供应商的账单。缓存令牌视为包含在提示令牌中，不同供应商可能有差异。</translation>
    </message>
    <message>
        <source>A virtual key of an internal user in the role “viewer” is enough for that user&apos;s spend; an admin viewer&apos;s key for all.</source>
        <translation>读取某个内部用户的支出，“viewer”角色的虚拟密钥即可；读取全部支出需要 admin viewer 的密钥。</translation>
    </message>
    <message>
        <source>The key works: it reads the proxy&apos;s daily activity.</source>
        <translation>密钥可用：可读取代理的每日活动。</translation>
    </message>
    <message>
        <source>The key may also make requests that cost money, and an admin&apos;s key may change the proxy.</source>
        <translation>该密钥还能发起产生费用的请求，管理员的密钥还能更改代理。</translation>
    </message>
</context>
<context>
    <name>Costglass::LocalLogs</name>
    <message>
        <source>The folder “%1” of “%2” is not there.</source>
        <translation>“%2”的文件夹“%1”不存在。</translation>
    </message>
    <message>
        <source>Name the folder that %1 writes its logs to.</source>
        <translation>请指定 %1 写日志的文件夹。</translation>
    </message>
    <message>
        <source>No log of %1 was found.</source>
        <translation>没有找到 %1 的日志。</translation>
    </message>
    <message>
        <source>Use the tool once, or name the folder that it writes its logs to.</source>
        <translation>请先使用一次该工具，或指定它写日志的文件夹。</translation>
    </message>
    <message numerus="yes">
        <source>%n log(s) of %1 found.</source>
        <translation>
            <numerusform>找到 %1 的 %n 个日志。</numerusform>
        </translation>
    </message>
    <message>
        <source>This account reads files and asks nobody.</source>
        <translation>此账户读取文件，不向任何人查询。</translation>
    </message>
    <message>
        <source>No key is needed: %1 notes its use in %2, and Costglass reads it there. Tokens are estimated from that log and valued at API prices; this is no bill.</source>
        <translation>不需要密钥：%1 把用量记在 %2，Costglass 从那里读取。令牌数按该日志估算，按 API 价格计值；这不是账单。</translation>
    </message>
    <message>
        <source>The right to read these files.</source>
        <translation>读取这些文件的权限。</translation>
    </message>
    <message>
        <source>Folder (only when it is not the tool&apos;s own)</source>
        <translation>文件夹（仅当不是该工具自己的位置时填写）</translation>
    </message>
    <message>
        <source>Kind of money: equivalent (under a flat plan) or estimated (with an API key)</source>
        <translation>金额种类：equivalent（包月套餐）或 estimated（使用 API 密钥）</translation>
    </message>
</context>
<context>
    <name>Costglass::Mail</name>
    <message>
        <source>The mail server %1 refused the log-in (%2).</source>
        <translation>邮件服务器 %1 拒绝登录（%2）。</translation>
    </message>
    <message>
        <source>Check the user name and the password; many servers want a password made for one program.</source>
        <translation>请检查用户名和密码；许多服务器要求使用专用密码（授权码）。</translation>
    </message>
    <message>
        <source>No trusted connection to the mail server %1.</source>
        <translation>无法与邮件服务器 %1 建立可信连接。</translation>
    </message>
    <message>
        <source>Check its name and port, and that its certificate is trusted here.</source>
        <translation>请检查名称和端口，以及本机是否信任其证书。</translation>
    </message>
    <message>
        <source>The mail server %1 offers no TLS.</source>
        <translation>邮件服务器 %1 不提供 TLS。</translation>
    </message>
    <message>
        <source>Nothing was sent. Use smtps:// with its port for TLS, mostly 465.</source>
        <translation>未发送任何内容。请使用 smtps:// 及其 TLS 端口，通常为 465。</translation>
    </message>
    <message>
        <source>The mail server %1 did not answer in time.</source>
        <translation>邮件服务器 %1 未及时响应。</translation>
    </message>
    <message>
        <source>The mail server %1 refused the message (%2).</source>
        <translation>邮件服务器 %1 拒绝了邮件（%2）。</translation>
    </message>
    <message>
        <source>Check the addresses of sender and receiver.</source>
        <translation>请检查发件人和收件人地址。</translation>
    </message>
    <message>
        <source>The mail server %1 cannot take the message now (%2).</source>
        <translation>邮件服务器 %1 暂时无法接收邮件（%2）。</translation>
    </message>
    <message>
        <source>The mail server %1 cannot be reached.</source>
        <translation>无法连接邮件服务器 %1。</translation>
    </message>
    <message>
        <source>Check its name and port.</source>
        <translation>请检查名称和端口。</translation>
    </message>
</context>
<context>
    <name>Costglass::MainWindow</name>
    <message>
        <source>Costglass: sample data</source>
        <translation>Costglass：示例数据</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>总览</translation>
    </message>
    <message>
        <source>Budgets</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>%1 “%2”</source>
        <comment>vendor, account</comment>
        <translation>%1“%2”</translation>
    </message>
    <message>
        <source>Edit key</source>
        <translation>更换密钥</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Export PDF</source>
        <translation>导出 PDF</translation>
    </message>
    <message>
        <source>Statement saved</source>
        <translation>对账单已保存</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Statement not saved</source>
        <translation>对账单未保存</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>套餐</translation>
    </message>
    <message>
        <source>Calculator</source>
        <translation>计算器</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>价格</translation>
    </message>
</context>
<context>
    <name>Costglass::MiniMax</name>
    <message>
        <source>The plan&apos;s quota</source>
        <translation>套餐额度</translation>
    </message>
    <message>
        <source>%1 has a count that is no whole number from 0 on (%2).</source>
        <translation>%1中有一个计数不是从 0 起的整数（%2）。</translation>
    </message>
    <message>
        <source>%1 has a model without a name.</source>
        <translation>%1中有一个模型没有名称。</translation>
    </message>
    <message>
        <source>%1 comes without a code.</source>
        <translation>%1没有返回代码。</translation>
    </message>
    <message>
        <source>The vendor refused the key (%1).</source>
        <translation>供应商拒绝了此密钥（%1）。</translation>
    </message>
    <message>
        <source>The vendor asks to wait (%1).</source>
        <translation>供应商要求等待（%1）。</translation>
    </message>
    <message>
        <source>The vendor could not tell the plan&apos;s quota (%1).</source>
        <translation>供应商无法给出套餐额度（%1）。</translation>
    </message>
    <message>
        <source>Key of the plan</source>
        <translation>套餐的密钥</translation>
    </message>
    <message>
        <source>Take the key of the coding or token plan (sk-cp-…) at platform.minimax.io → Coding plan, in China at platform.minimaxi.com, and choose that region. Compare the first figures with that page: MiniMax does not document whether a count is used or left. The pay-as-you-go balance has no API: keep it by hand.</source>
        <translation>请在 platform.minimax.io → Coding plan（中国站为 platform.minimaxi.com）获取编程或令牌套餐的密钥（sk-cp-…），并选择对应区域。请将首次读到的数字与该页面核对：MiniMax 没有说明计数是已用还是剩余。按量付费余额没有 API：请手动记录。</translation>
    </message>
    <message>
        <source>The plan&apos;s own key; a pay-as-you-go key (sk-api-…) is refused.</source>
        <translation>套餐自己的密钥；按量付费密钥（sk-api-…）会被拒绝。</translation>
    </message>
    <message>
        <source>Check that it is the plan&apos;s key (sk-cp-…), and the account&apos;s region: a key of the one site does not work at the other. Your history stays.</source>
        <translation>请确认是套餐的密钥（sk-cp-…），并检查账号的区域：一个站点的密钥不能用于另一个站点。历史数据会保留。</translation>
    </message>
</context>
<context>
    <name>Costglass::Mistral</name>
    <message>
        <source>The usage report</source>
        <translation>用量报告</translation>
    </message>
    <message>
        <source>Only a key of the Admin API is taken: an admin of the organization makes it at admin.mistral.ai → API keys. A key for models is refused. Your history stays.</source>
        <translation>只接受 Admin API 的密钥：由组织管理员在 admin.mistral.ai → API keys 创建。模型密钥会被拒绝。历史数据会保留。</translation>
    </message>
    <message>
        <source>%1 has a price that cannot be read.</source>
        <translation>%1中有无法读取的价格。</translation>
    </message>
    <message>
        <source>%1 has an entry whose day or count cannot be read (%2).</source>
        <translation>%1中有一项的日期或计数无法读取（%2）。</translation>
    </message>
    <message>
        <source>Mistral tells no price for %1: its use is counted without money.</source>
        <translation>Mistral 没有给出 %1 的价格：只统计用量，不计金额。</translation>
    </message>
    <message>
        <source>The use of Vibe is told as a number without a day; it is not counted.</source>
        <translation>Vibe 的用量只给出一个没有日期的数字，不计入。</translation>
    </message>
    <message>
        <source>Admin API key</source>
        <translation>Admin API 密钥</translation>
    </message>
    <message>
        <source>An admin of the organization makes a key of the Admin API at admin.mistral.ai. It tells use by day and model with Mistral&apos;s prices; cost is use × price, before taxes and credits. Mistral documents the reply in part only: compare the first month with the bill.</source>
        <translation>由组织管理员在 admin.mistral.ai 创建 Admin API 的密钥。它按日期和模型提供用量及 Mistral 的价格；费用为用量 × 价格，不含税费和抵扣。Mistral 只记录了部分回复格式：请用第一个月与账单核对。</translation>
    </message>
    <message>
        <source>A key of the Admin API; it may also set the spending limit. Keys for models cannot read use.</source>
        <translation>Admin API 的密钥；它还能设置支出上限。模型密钥无法读取用量。</translation>
    </message>
    <message>
        <source>Only this workspace (id)</source>
        <translation>仅此工作区（ID）</translation>
    </message>
    <message>
        <source>The key works: it reads the organization&apos;s use.</source>
        <translation>密钥可用：可读取组织的用量。</translation>
    </message>
    <message>
        <source>A key of the Admin API may also set the spending limit.</source>
        <translation>Admin API 的密钥还能设置支出上限。</translation>
    </message>
</context>
<context>
    <name>Costglass::Money</name>
    <message>
        <source>“%1” is not an amount.</source>
        <translation>“%1”不是金额。</translation>
    </message>
    <message>
        <source>An amount is larger than Costglass can hold.</source>
        <translation>金额超出 Costglass 可表示的范围。</translation>
    </message>
    <message>
        <source>“%1” has more than nine decimals.</source>
        <translation>“%1”的小数超过九位。</translation>
    </message>
    <message>
        <source>“%1” is not a currency code.</source>
        <translation>“%1”不是货币代码。</translation>
    </message>
    <message>
        <source>A figure was divided by zero.</source>
        <translation>出现除以零。</translation>
    </message>
    <message>
        <source>%1 and %2 cannot be added.</source>
        <translation>%1 与 %2 不能相加。</translation>
    </message>
    <message>
        <source>“%1” is not an exchange rate.</source>
        <translation>“%1”不是汇率。</translation>
    </message>
    <message>
        <source>There is no rate for %1.</source>
        <translation>没有 %1 的汇率。</translation>
    </message>
    <message>
        <source>These rates do not belong together.</source>
        <translation>这些汇率不属于同一天。</translation>
    </message>
    <message>
        <source>The rate from %1 to %2 is out of range.</source>
        <translation>%1 到 %2 的汇率超出范围。</translation>
    </message>
</context>
<context>
    <name>Costglass::MonthWords</name>
    <message numerus="yes">
        <source>%1 runs %n day(s) behind.</source>
        <translation>
            <numerusform>%1 的数据晚 %n 天。</numerusform>
        </translation>
    </message>
    <message>
        <source> </source>
        <comment>between two sentences</comment>
        <translation></translation>
    </message>
    <message>
        <source>%1 in %2.</source>
        <translation>%2花费 %1。</translation>
    </message>
    <message>
        <source>%1 so far in %2. Likely to end near %3, between %4 and %5.</source>
        <translation>%2至今已花费 %1，月底预计约 %3（%4 至 %5）。</translation>
    </message>
    <message>
        <source>%1 so far in %2. Nothing to forecast yet: %3 of the %4 days needed are here.</source>
        <translation>%2至今已花费 %1。数据不足，暂无法预测：已有 %3 天，至少需要 %4 天。</translation>
    </message>
    <message>
        <source>%1 so far in %2.</source>
        <translation>%2至今已花费 %1。</translation>
    </message>
    <message>
        <source>No account has told yet up to when its data are complete.</source>
        <translation>尚无账户说明其数据完整到何时。</translation>
    </message>
    <message>
        <source>key “%1”</source>
        <translation>密钥“%1”</translation>
    </message>
    <message>
        <source>project “%1”</source>
        <translation>项目“%1”</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>day, key or project</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <comment>date format</comment>
        <translation>yyyy年M月</translation>
    </message>
    <message>
        <source>MMMM</source>
        <comment>date format</comment>
        <translation>M月</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>date format</comment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>day, time</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>billed</source>
        <translation>账单</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>估算</translation>
    </message>
    <message>
        <source>equivalent</source>
        <translation>等值</translation>
    </message>
    <message>
        <source>entered</source>
        <translation>录入</translation>
    </message>
    <message>
        <source>%1 less than usual</source>
        <translation>比平时少 %1</translation>
    </message>
    <message>
        <source>%1 more than usual</source>
        <translation>比平时多 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>unusual spend, its causes</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>in a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>passed</source>
        <comment>a budget</comment>
        <translation>已超出</translation>
    </message>
    <message>
        <source>likely over on %1</source>
        <translation>预计 %1 超出</translation>
    </message>
    <message>
        <source>within</source>
        <comment>a budget</comment>
        <translation>未超出</translation>
    </message>
    <message>
        <source>Complete (days in %1).</source>
        <translation>数据完整（日期按%1）。</translation>
    </message>
    <message>
        <source>Complete (each vendor&apos;s own days).</source>
        <translation>数据完整（日期按各厂商的时区）。</translation>
    </message>
    <message>
        <source>each vendor&apos;s own days</source>
        <translation>各厂商自己的日期</translation>
    </message>
    <message>
        <source>Complete to %1 (%2); %3 is part of a day.</source>
        <translation>数据完整至 %1（%2）；%3 尚未结束。</translation>
    </message>
    <message>
        <source>Complete to %1 (%2).</source>
        <translation>数据完整至 %1（%2）。</translation>
    </message>
</context>
<context>
    <name>Costglass::Moonshot</name>
    <message>
        <source>Moonshot (Kimi)</source>
        <translation>月之暗面（Kimi）</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API 密钥</translation>
    </message>
    <message>
        <source>Make a key at platform.moonshot.ai → API keys, in China at platform.moonshot.cn, and choose that region. Moonshot tells a key nothing but the balance: spend is derived from its falls, top-ups from its rises.</source>
        <translation>在 platform.moonshot.ai → API keys 创建密钥；中国用户在 platform.moonshot.cn 创建，并选择该地区。月之暗面只向密钥提供余额：余额下降记为花费，上升记为充值。</translation>
    </message>
    <message>
        <source>Any key will do; Moonshot&apos;s keys have no scopes.</source>
        <translation>任何密钥都可以；月之暗面的密钥没有权限范围。</translation>
    </message>
    <message>
        <source>Check the key, and the account&apos;s region: a key of the one site does not work at the other. Your history stays.</source>
        <translation>请检查密钥和账号的区域：一个站点的密钥不能用于另一个站点。历史数据会保留。</translation>
    </message>
    <message>
        <source>Nothing is left at Moonshot: it refuses requests now.</source>
        <translation>月之暗面的余额已用尽：它现在会拒绝请求。</translation>
    </message>
</context>
<context>
    <name>Costglass::Notifier</name>
    <message>
        <source>This desktop shows no notifications.</source>
        <translation>此桌面不显示通知。</translation>
    </message>
    <message>
        <source>Alerts stay on the Budgets page; start a notification service to see them at once.</source>
        <translation>提醒保留在预算页；启动通知服务即可立即看到。</translation>
    </message>
</context>
<context>
    <name>Costglass::OfferDetails</name>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Quantity a month</source>
        <translation>每月数量</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>读取于</translation>
    </message>
    <message>
        <source>How the figures come about</source>
        <translation>数字的来历</translation>
    </message>
    <message>
        <source>API or seats: where it turns</source>
        <translation>API 还是席位：转折点</translation>
    </message>
    <message>
        <source>What is not in here</source>
        <translation>未包含的内容</translation>
    </message>
    <message>
        <source>How %1 comes about</source>
        <translation>%1 的来历</translation>
    </message>
    <message>
        <source>Enter seats and choose their plan: a chart then shows from how many requests a day they cost less than the API.</source>
        <translation>请输入席位数并选择方案：图表将显示每天多少次请求起席位比 API 便宜。</translation>
    </message>
    <message>
        <source>%1: unknown: %2</source>
        <translation>%1：未知：%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>offer: what is assumed</comment>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more of that kind</source>
        <translation>
            <numerusform>还有 %n 项同类内容</numerusform>
        </translation>
    </message>
    <message>
        <source>Converted at 1 %1 = %2 %3 (%4, %5).</source>
        <translation>按 1 %1 = %2 %3 折算（%4，%5）。</translation>
    </message>
    <message>
        <source>Cache writes and retries are not counted: for retries add 2 to 5 %.</source>
        <translation>未计缓存写入与重试：重试请另加 2 至 5 %。</translation>
    </message>
    <message>
        <source>Tax is left out: none is entered.</source>
        <translation>未计税：尚未填写税率。</translation>
    </message>
</context>
<context>
    <name>Costglass::OpenAi</name>
    <message>
        <source>Admin key</source>
        <translation>管理密钥</translation>
    </message>
    <message>
        <source>Costs are only visible to an admin key. An owner of the organization makes one at platform.openai.com → Settings → Organization → Admin keys.</source>
        <translation>只有管理密钥才能读取费用。由组织所有者在 platform.openai.com → Settings → Organization → Admin keys 创建。</translation>
    </message>
    <message>
        <source>Usage: read (api.usage.read). For names also: projects and users, read.</source>
        <translation>用量：读取（api.usage.read）。如需名称，还要项目和用户的读取权限。</translation>
    </message>
    <message>
        <source>This key cannot read costs: it lacks the scope %1.</source>
        <translation>此密钥无权读取费用：缺少权限 %1。</translation>
    </message>
    <message>
        <source>A project&apos;s key never can. Make an admin key at platform.openai.com → Settings → Organization → Admin keys with the permission to read usage; your history stays.</source>
        <translation>项目密钥没有此权限。请在 platform.openai.com → Settings → Organization → Admin keys 创建具有读取用量权限的管理密钥；已有历史不受影响。</translation>
    </message>
    <message>
        <source>If the key is not an admin key (sk-admin-…), make one at platform.openai.com → Settings → Organization → Admin keys; your history stays.</source>
        <translation>如果这不是管理密钥（sk-admin-…），请在 platform.openai.com → Settings → Organization → Admin keys 创建；已有历史不受影响。</translation>
    </message>
    <message>
        <source>Waiting does not help: the organization&apos;s credit or limit is used up. Raise it at platform.openai.com → Settings → Organization → Billing; your history stays.</source>
        <translation>等待无济于事：组织的额度已用完。请在 platform.openai.com → Settings → Organization → Billing 提高额度；已有历史不受影响。</translation>
    </message>
    <message>
        <source>Check that the whole admin key was pasted (sk-admin-…) and that it was not revoked; your history stays.</source>
        <translation>请确认粘贴了完整的管理密钥（sk-admin-…）且未被撤销；已有历史不受影响。</translation>
    </message>
    <message>
        <source>%1 has a day without its time (entry %2).</source>
        <translation>%1中有一天缺少时间（第 %2 条）。</translation>
    </message>
    <message>
        <source>The cost report</source>
        <translation>费用报告</translation>
    </message>
    <message>
        <source>The key works: it reads the organization&apos;s costs.</source>
        <translation>密钥有效：可以读取组织的费用。</translation>
    </message>
    <message>
        <source>An admin key may also change the organization. One with read permissions only is safer.</source>
        <translation>管理密钥也能更改组织设置；只有读取权限的密钥更安全。</translation>
    </message>
    <message>
        <source>OpenAI does not tell this organization&apos;s costs by key.</source>
        <translation>OpenAI 不按密钥提供该组织的费用。</translation>
    </message>
    <message>
        <source>%1 has a row without an amount (%2): it is not counted.</source>
        <translation>%1中有一行没有金额（%2）：未计入。</translation>
    </message>
    <message>
        <source>%1 has a row that cannot be read (%2): %3</source>
        <translation>%1中有一行无法读取（%2）：%3</translation>
    </message>
    <message>
        <source>This key may not read the names of %1; their ids are shown.</source>
        <translation>此密钥无权读取%1的名称，将显示其 ID。</translation>
    </message>
    <message>
        <source>projects</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>users</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>keys</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>The list of names</source>
        <translation>名称列表</translation>
    </message>
    <message>
        <source>The usage report</source>
        <translation>用量报告</translation>
    </message>
    <message>
        <source>a count is not a whole number from 0 on.</source>
        <translation>计数不是非负整数。</translation>
    </message>
    <message>
        <source>its token counts contradict each other.</source>
        <translation>其令牌计数相互矛盾。</translation>
    </message>
    <message>
        <source>OpenAI does not tell usage of “%1” by user and key.</source>
        <translation>OpenAI 不按用户和密钥提供“%1”的用量。</translation>
    </message>
    <message>
        <source>OpenAI does not offer usage of “%1” here.</source>
        <translation>OpenAI 此处不提供“%1”的用量。</translation>
    </message>
    <message>
        <source>%1 has a row that cannot be read (%2, %3): %4</source>
        <translation>%1中有一行无法读取（%2，%3）：%4</translation>
    </message>
</context>
<context>
    <name>Costglass::OpenRouter</name>
    <message>
        <source>The activity</source>
        <translation>活动报告</translation>
    </message>
    <message>
        <source>Check that the whole key was pasted (sk-or-…) and that it was not disabled; your history stays.</source>
        <translation>请检查是否粘贴了完整密钥（sk-or-…），以及它是否已被停用；历史数据保留不变。</translation>
    </message>
    <message>
        <source>%1 has no data.</source>
        <translation>%1没有数据。</translation>
    </message>
    <message>
        <source>%1 has a row without its day.</source>
        <translation>%1中有一行没有日期。</translation>
    </message>
    <message>
        <source>%1 has an amount that cannot be read (%2): %3</source>
        <translation>%1中有无法读取的金额（%2）：%3</translation>
    </message>
    <message>
        <source>%1 has a count that is no whole number from 0 on (%2, %3).</source>
        <translation>%1中有计数不是从 0 起的整数（%2，%3）。</translation>
    </message>
    <message>
        <source>%1 has a row without an amount (%2): it is not counted.</source>
        <translation>%1中有一行没有金额（%2）：未计入。</translation>
    </message>
    <message>
        <source>This key cannot read the activity; its spend is derived from its counter. A management key tells costs by day, model and provider.</source>
        <translation>此密钥不能读取活动报告；花费由其计数推算。管理密钥可按日期、模型和提供商给出费用。</translation>
    </message>
    <message>
        <source>The credits</source>
        <translation>额度</translation>
    </message>
    <message>
        <source>The credits have an amount that cannot be read: %1</source>
        <translation>额度中有无法读取的金额：%1</translation>
    </message>
    <message>
        <source>The key&apos;s counters</source>
        <translation>密钥的计数</translation>
    </message>
    <message>
        <source>Management key</source>
        <translation>管理密钥</translation>
    </message>
    <message>
        <source>Make a management key at openrouter.ai → Settings → Management keys: it reads costs by day, model and provider. An ordinary key works too, but tells only its own total.</source>
        <translation>在 openrouter.ai → Settings → Management keys 创建管理密钥：它可按日期、模型和提供商读取费用。普通密钥也可使用，但只给出自身的总额。</translation>
    </message>
    <message>
        <source>OpenRouter&apos;s keys have no scopes; a management key cannot make requests to models.</source>
        <translation>OpenRouter 的密钥没有权限范围；管理密钥不能向模型发起请求。</translation>
    </message>
    <message>
        <source>The key works: it reads activity and credits.</source>
        <translation>密钥有效：可以读取活动报告和额度。</translation>
    </message>
    <message>
        <source>A management key may also make and delete keys; keep it safe.</source>
        <translation>管理密钥也能创建和删除密钥，请妥善保管。</translation>
    </message>
    <message>
        <source>The key works: it reads its own counters.</source>
        <translation>密钥有效：可以读取自身的计数。</translation>
    </message>
    <message>
        <source>Only a management key tells costs by day, model and provider. This one may also make requests that cost money.</source>
        <translation>只有管理密钥才能按日期、模型和提供商给出费用。此密钥也能发起收费请求。</translation>
    </message>
</context>
<context>
    <name>Costglass::OverviewPage</name>
    <message>
        <source>Budget %1 %</source>
        <translation>预算 %1 %</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>amount, kind</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Apart from this sum: %1.</source>
        <translation>不计入此合计：%1。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>in a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Spend per day</source>
        <translation>每日花费</translation>
    </message>
    <message>
        <source>Daily</source>
        <translation>每日</translation>
    </message>
    <message>
        <source>Cumulative</source>
        <translation>累计</translation>
    </message>
    <message>
        <source>12 months</source>
        <translation>12 个月</translation>
    </message>
    <message>
        <source>What the chart shows</source>
        <translation>图表内容</translation>
    </message>
    <message>
        <source>Spend by vendor</source>
        <translation>按厂商花费</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Add account</source>
        <translation>添加账户</translation>
    </message>
    <message>
        <source>Try with sample data</source>
        <translation>用示例数据试试</translation>
    </message>
    <message>
        <source>Same days of %1</source>
        <translation>%1同期</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>a change</comment>
        <translation>%2 %1</translation>
    </message>
    <message>
        <source>Forecast for %1</source>
        <translation>%1 预测</translation>
    </message>
    <message>
        <source>80 % range %1 – %2</source>
        <translation>80 % 区间 %1 – %2</translation>
    </message>
    <message>
        <source>Budget “%1”</source>
        <translation>预算“%1”</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>used share</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>of %1 · likely over on %2</source>
        <translation>共 %1 · 预计 %2 超出</translation>
    </message>
    <message>
        <source>of %1</source>
        <comment>a budget</comment>
        <translation>共 %1</translation>
    </message>
    <message>
        <source>Spend so far</source>
        <translation>累计花费</translation>
    </message>
    <message>
        <source>Spend per month</source>
        <translation>每月花费</translation>
    </message>
    <message>
        <source>What changed against %1</source>
        <translation>与%1相比的变化</translation>
    </message>
    <message>
        <source>The ledger cannot be read.</source>
        <translation>无法读取账本。</translation>
    </message>
    <message>
        <source>Reading the ledger…</source>
        <translation>正在读取账本……</translation>
    </message>
    <message>
        <source>What does AI cost you?</source>
        <translation>AI 花了您多少钱？</translation>
    </message>
    <message>
        <source>No account yet. Add one with an API key, or look around with sample data.</source>
        <translation>还没有账户。可用 API 密钥添加账户，或先用示例数据看看。</translation>
    </message>
    <message>
        <source>No figures yet.</source>
        <translation>还没有数据。</translation>
    </message>
    <message>
        <source>No account has been read yet. Press Sync to fill this page.</source>
        <translation>还没有读取过账户。按“同步”即可填充本页。</translation>
    </message>
    <message>
        <source>Nothing was spent in %1.</source>
        <translation>%1没有花费。</translation>
    </message>
    <message>
        <source>The accounts told of no costs in this month. Other months are one step away with ‹ and ›.</source>
        <translation>各账户在本月没有费用。用 ‹ 和 › 可切换到其他月份。</translation>
    </message>
</context>
<context>
    <name>Costglass::PaymentCalendar</name>
    <message>
        <source>%1 %2</source>
        <comment>a plan and its amount, or a balance and “ends”</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a day and what falls on it</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between payments of a day</comment>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>+%n</source>
        <comment>further payments of a day</comment>
        <translation>
            <numerusform>+%n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Costglass::PlanForm</name>
    <message>
        <source>d MMM yyyy</source>
        <comment>date format</comment>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>“%1” is not an amount.</source>
        <translation>“%1”不是金额。</translation>
    </message>
    <message>
        <source>Write it like 20 or 1250.50.</source>
        <translation>写法如 20 或 1250.50。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Subscription</source>
        <translation>订阅</translation>
    </message>
    <message>
        <source>One-off purchase</source>
        <translation>一次性购买</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>抵扣</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>税费</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>发票</translation>
    </message>
    <message>
        <source>for example ChatGPT Business</source>
        <translation>例如 ChatGPT Business</translation>
    </message>
    <message>
        <source>of all seats and one period; may stay empty</source>
        <translation>每周期全部席位的税额；可留空</translation>
    </message>
    <message>
        <source>for example 10000 AI points; may stay empty</source>
        <translation>例如 10000 AI points；可留空</translation>
    </message>
    <message>
        <source>A synced or imported bill has the amount already</source>
        <translation>同步或导入的账单已包含该金额</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>类型(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Vendor</source>
        <translation>服务商(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Price</source>
        <translation>价格(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Seats</source>
        <translation>席位(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Tax</source>
        <translation>税额(&amp;T)</translation>
    </message>
    <message>
        <source>First pai&amp;d on</source>
        <translation>首次付款日(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Ends</source>
        <translation>结束(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Included</source>
        <translation>包含(&amp;I)</translation>
    </message>
    <message>
        <source>Invoice n&amp;umber</source>
        <translation>发票号码(&amp;U)</translation>
    </message>
    <message>
        <source>Its PD&amp;F</source>
        <translation>发票 PDF(&amp;F)</translation>
    </message>
    <message>
        <source>C&amp;hanges hold</source>
        <translation>更改生效(&amp;H)</translation>
    </message>
    <message>
        <source>Price of one seat</source>
        <translation>单席位价格</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>币种</translation>
    </message>
    <message>
        <source>Paid each</source>
        <translation>付款周期</translation>
    </message>
    <message>
        <source>a month</source>
        <translation>每月</translation>
    </message>
    <message>
        <source>a year</source>
        <translation>每年</translation>
    </message>
    <message>
        <source>nothing is paid from</source>
        <translation>不再付款，自</translation>
    </message>
    <message>
        <source>First day on which nothing is paid</source>
        <translation>不再付款的第一天</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>The invoice as PDF</source>
        <translation>PDF 发票</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>日期(&amp;D)</translation>
    </message>
    <message>
        <source>A copy is kept.</source>
        <translation>已保存副本。</translation>
    </message>
    <message>
        <source>from %1 on, the next payment</source>
        <translation>从下次付款 %1 起</translation>
    </message>
    <message>
        <source>from the first payment on: changes what was charged</source>
        <translation>从首次付款起：会更改已计费用</translation>
    </message>
    <message>
        <source>New plan</source>
        <translation>新建套餐</translation>
    </message>
    <message>
        <source>Edit “%1”</source>
        <translation>编辑“%1”</translation>
    </message>
    <message>
        <source>“%1” is no currency.</source>
        <translation>“%1”不是币种。</translation>
    </message>
    <message>
        <source>Write its three letters, like USD.</source>
        <translation>请写三个字母，例如 USD。</translation>
    </message>
</context>
<context>
    <name>Costglass::Plans</name>
    <message>
        <source>The price must be more than zero.</source>
        <translation>价格必须大于零。</translation>
    </message>
    <message>
        <source>A credit is entered as one, with the amount that it takes off.</source>
        <translation>抵扣请按“抵扣”录入，填写抵扣的金额。</translation>
    </message>
    <message>
        <source>The tax cannot be less than zero.</source>
        <translation>税额不能小于零。</translation>
    </message>
    <message>
        <source>Leave it out when there is none.</source>
        <translation>没有税额时留空即可。</translation>
    </message>
    <message>
        <source>Seats are a whole number from 1 to %1.</source>
        <translation>席位数是 1 到 %1 之间的整数。</translation>
    </message>
    <message>
        <source>Leave them out when the price is for everybody.</source>
        <translation>价格不按席位计算时无需填写。</translation>
    </message>
    <message>
        <source>A plan has one currency.</source>
        <translation>一个套餐只有一种币种。</translation>
    </message>
    <message>
        <source>End it and add another for the new currency.</source>
        <translation>请结束该套餐，再用新币种添加一个。</translation>
    </message>
    <message>
        <source>The plan needs a name.</source>
        <translation>套餐需要名称。</translation>
    </message>
    <message>
        <source>Take the vendor&apos;s, for example “ChatGPT Business”.</source>
        <translation>可用服务商的名称，例如“ChatGPT Business”。</translation>
    </message>
    <message>
        <source>The plan needs a vendor.</source>
        <translation>套餐需要服务商。</translation>
    </message>
    <message>
        <source>Say whom you pay.</source>
        <translation>请填写付款对象。</translation>
    </message>
    <message>
        <source>The plan needs the day on which it was first paid.</source>
        <translation>套餐需要首次付款的日期。</translation>
    </message>
    <message>
        <source>Write it like 2026-11-03.</source>
        <translation>写法如 2026-11-03。</translation>
    </message>
    <message>
        <source>The plan would end before it starts.</source>
        <translation>套餐会在开始之前结束。</translation>
    </message>
    <message>
        <source>The end is the first day on which nothing is paid any more.</source>
        <translation>结束日是不再付款的第一天。</translation>
    </message>
    <message>
        <source>The plan has no price on its first day.</source>
        <translation>套餐在首日没有价格。</translation>
    </message>
    <message>
        <source>Give it one.</source>
        <translation>请填写价格。</translation>
    </message>
    <message>
        <source>“%1” does not say how much is included.</source>
        <translation>“%1”没有说明包含多少。</translation>
    </message>
    <message>
        <source>Write an amount and its unit, like “10000 AI points”.</source>
        <translation>请写数量和单位，例如“10000 AI points”。</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>无法读取 %1。</translation>
    </message>
    <message>
        <source>Look whether it is there and whether you may read it.</source>
        <translation>请检查文件是否存在以及是否有读取权限。</translation>
    </message>
    <message>
        <source>%1 is larger than 50 MB.</source>
        <translation>%1 大于 50 MB。</translation>
    </message>
    <message>
        <source>Give the invoice alone.</source>
        <translation>请只提供发票本身。</translation>
    </message>
    <message>
        <source>%1 is no PDF.</source>
        <translation>%1 不是 PDF。</translation>
    </message>
    <message>
        <source>Save the invoice as PDF and give that file.</source>
        <translation>请将发票保存为 PDF 后再选择该文件。</translation>
    </message>
    <message>
        <source>The counter “%1” is beyond what can be kept.</source>
        <translation>计数“%1”超出可保存的范围。</translation>
    </message>
    <message>
        <source>The key works: it reads how much of the plan is used.</source>
        <translation>密钥可用：可读取套餐的使用情况。</translation>
    </message>
    <message>
        <source>The key may also use the plan up; the vendor has none for reading only.</source>
        <translation>该密钥也能消耗套餐额度；供应商没有只读密钥。</translation>
    </message>
</context>
<context>
    <name>Costglass::PlansPage</name>
    <message>
        <source>Subscriptions, purchases and credits</source>
        <translation>订阅、购买和抵扣</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>套餐</translation>
    </message>
    <message>
        <source>Enter what you pay apart from metered use: subscriptions with their seats, one-off purchases, credits, invoices. Every payment then counts in totals, budgets and the forecast on its day.</source>
        <translation>请录入按量费用之外的支出：带席位的订阅、一次性购买、抵扣、发票。每笔付款会在付款日计入总额、预算和预测。</translation>
    </message>
    <message>
        <source>+ Add plan</source>
        <translation>+ 添加套餐</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>End…</source>
        <translation>结束…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Remove with charges</source>
        <translation>连同费用移除</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Quotas and prepaid balances</source>
        <translation>额度和预付余额</translation>
    </message>
    <message>
        <source>Accounts of prepaid vendors bring their balances, and vendors that count use their counters. What a plan includes is part of the plan.</source>
        <translation>预付费服务商的账户会带来余额，会计数的服务商会带来用量计数。套餐包含的额度属于套餐本身。</translation>
    </message>
    <message>
        <source>Five weeks ahead</source>
        <translation>未来五周</translation>
    </message>
    <message>
        <source>ends</source>
        <comment>a balance</comment>
        <translation>用完</translation>
    </message>
    <message>
        <source>Remove “%1” and all that it was charged with, for ever? To keep what was paid, end it instead.</source>
        <translation>要永久移除“%1”及其全部费用吗？若要保留已付费用，请改为结束套餐。</translation>
    </message>
    <message>
        <source>%1 / seat</source>
        <translation>%1 / 席位</translation>
    </message>
    <message>
        <source>%1 a year</source>
        <translation>每年 %1</translation>
    </message>
    <message>
        <source>%1, ends %2</source>
        <translation>%1，%2 结束</translation>
    </message>
    <message>
        <source>once, %1</source>
        <translation>一次，%1</translation>
    </message>
    <message>
        <source>ends %1</source>
        <translation>%1 结束</translation>
    </message>
    <message>
        <source>ended %1</source>
        <translation>已于 %1 结束</translation>
    </message>
    <message>
        <source>, </source>
        <comment>in a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 used</source>
        <translation>已用 %1</translation>
    </message>
    <message>
        <source>%1 (anew %2)</source>
        <translation>%1（%2 重置）</translation>
    </message>
    <message>
        <source>anew %1</source>
        <translation>%1 重置</translation>
    </message>
    <message>
        <source>No plan yet.</source>
        <translation>还没有套餐。</translation>
    </message>
    <message>
        <source> and </source>
        <comment>between amounts of two currencies</comment>
        <translation> 和 </translation>
    </message>
    <message numerus="yes">
        <source>Nothing is due by %1; %n balance(s) or quota(s) end before.</source>
        <translation>
            <numerusform>%1 之前没有付款；有 %n 项余额或额度会在此之前用完。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is due by %1.</source>
        <translation>%1 之前没有付款。</translation>
    </message>
    <message numerus="yes">
        <source>%1 of plans are due by %2; %n balance(s) or quota(s) end before.</source>
        <translation>
            <numerusform>%2 之前有 %1 的套餐付款；有 %n 项余额或额度会在此之前用完。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of plans are due by %2.</source>
        <translation>%2 之前有 %1 的套餐付款。</translation>
    </message>
    <message>
        <source>Plans are what you pay apart from metered use.</source>
        <translation>套餐是按量费用之外的支出。</translation>
    </message>
    <message>
        <source>A plan&apos;s worth is what the use that it covers would have cost at API prices: an equivalent, not a bill.</source>
        <translation>套餐的价值是其覆盖的用量按 API 价格计算的费用：仅为等值，不是账单。</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>套餐</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>厂商</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>席位</translation>
    </message>
    <message>
        <source>A month</source>
        <translation>每月</translation>
    </message>
    <message>
        <source>Renews</source>
        <translation>续费</translation>
    </message>
    <message>
        <source>Includes</source>
        <translation>包含</translation>
    </message>
    <message>
        <source>Worth at API prices</source>
        <translation>按 API 价格的价值</translation>
    </message>
    <message>
        <source>record only</source>
        <translation>仅记录</translation>
    </message>
    <message>
        <source>all its plans</source>
        <comment>worth of a vendor&apos;s plans together</comment>
        <translation>该服务商全部套餐</translation>
    </message>
    <message>
        <source>worth it</source>
        <translation>划算</translation>
    </message>
    <message>
        <source>%1 % used</source>
        <translation>已用 %1 %</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>A day</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>用完</translation>
    </message>
    <message>
        <source>included</source>
        <translation>包含</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) early</source>
        <translation>
            <numerusform>提前 %n 天</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Costglass::PriceChart</name>
    <message>
        <source>%1: %2</source>
        <comment>fee kind: amount</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Unknown: %1</source>
        <translation>未知：%1</translation>
    </message>
    <message>
        <source>unknown: %1</source>
        <translation>未知：%1</translation>
    </message>
    <message numerus="yes">
        <source>Cost a month of %n offer(s), cheapest first</source>
        <translation>
            <numerusform>%n 个方案的每月费用，由低到高</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 requests a day</source>
        <translation>每天 %1 次请求</translation>
    </message>
    <message>
        <source>API: %1</source>
        <translation>API：%1</translation>
    </message>
    <message>
        <source>Seats: %1</source>
        <translation>席位：%1</translation>
    </message>
    <message>
        <source>The same at %1 requests a day</source>
        <translation>每天 %1 次请求时相等</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>席位</translation>
    </message>
    <message>
        <source>API of %1</source>
        <translation>%1 的 API</translation>
    </message>
    <message>
        <source>Below %1 requests a day the API of %2 costs less than the seats; this workload has %3.</source>
        <translation>每天少于 %1 次请求时，%2 的 API 比席位便宜；此负载为 %3 次。</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Announced</source>
        <translation>已公布</translation>
    </message>
</context>
<context>
    <name>Costglass::PriceList</name>
    <message>
        <source>a range without end before another one.</source>
        <translation>某个无上限的区间排在另一个之前。</translation>
    </message>
    <message>
        <source>a boundary that Costglass does not know.</source>
        <translation>Costglass 不认识的边界。</translation>
    </message>
    <message>
        <source>a model needs vendor and id.</source>
        <translation>模型需要厂商和 ID。</translation>
    </message>
    <message>
        <source>prices of models are per_1M_tokens.</source>
        <translation>模型价格以 per_1M_tokens 计。</translation>
    </message>
    <message>
        <source>%1 is told per “%2”, which is no price of a quantity.</source>
        <translation>%1 按“%2”计价，不是数量价格。</translation>
    </message>
    <message>
        <source>“%1” is no range of days.</source>
        <translation>“%1”不是日期范围。</translation>
    </message>
    <message>
        <source>not a catalogue that this Costglass knows.</source>
        <translation>不是此版本 Costglass 认识的目录。</translation>
    </message>
    <message>
        <source>aggregator</source>
        <translation>聚合来源</translation>
    </message>
    <message>
        <source>not an entry of LiteLLM&apos;s list.</source>
        <translation>不是 LiteLLM 价格表中的条目。</translation>
    </message>
    <message>
        <source>rule of the list</source>
        <translation>价格表规则</translation>
    </message>
    <message>
        <source>not a provider of models.dev&apos;s list.</source>
        <translation>不是 models.dev 价格表中的提供方。</translation>
    </message>
    <message>
        <source>a model without id or prices.</source>
        <translation>模型缺少 ID 或价格。</translation>
    </message>
    <message>
        <source>%1 has no price of its own.</source>
        <translation>%1 没有自己的价格。</translation>
    </message>
    <message>
        <source>the vendor&apos;s own list</source>
        <translation>厂商自己的价格表</translation>
    </message>
    <message>
        <source>has two prices for %1 at one time.</source>
        <translation>%1 在同一时间有两个价格。</translation>
    </message>
    <message>
        <source>The list has no price in the format “%1”.</source>
        <translation>价格表中没有格式为“%1”的价格。</translation>
    </message>
    <message>
        <source>Look whether it is the whole file, and whether --format names its shape.</source>
        <translation>请确认文件完整，且 --format 与其格式一致。</translation>
    </message>
    <message>
        <source>The price list</source>
        <translation>价格表</translation>
    </message>
    <message>
        <source>The price list has the shape of none that Costglass knows.</source>
        <translation>Costglass 不认识此价格表的格式。</translation>
    </message>
    <message>
        <source>It reads its own catalogue and the lists of LiteLLM, models.dev and OpenRouter.</source>
        <translation>可读取自有目录以及 LiteLLM、models.dev 和 OpenRouter 的价格表。</translation>
    </message>
    <message>
        <source>Nothing of the list was taken; correct it or leave that entry out.</source>
        <translation>未采用该价格表的任何内容；请更正或去掉该条目。</translation>
    </message>
    <message>
        <source>a price below zero.</source>
        <translation>价格为负。</translation>
    </message>
    <message>
        <source>a row needs vendor, model and meter.</source>
        <translation>行需要厂商、模型和计量。</translation>
    </message>
    <message>
        <source>tier, currency, price or per is missing or unknown.</source>
        <translation>tier、currency、price 或 per 缺失或无法识别。</translation>
    </message>
    <message>
        <source>factor or tier is unknown.</source>
        <translation>系数或档位无法识别。</translation>
    </message>
    <message>
        <source>a holiday without days.</source>
        <translation>没有日期的假日。</translation>
    </message>
    <message>
        <source>not a list that this Costglass wrote.</source>
        <translation>不是此版本 Costglass 写的价格表。</translation>
    </message>
    <message>
        <source>%1: a price under a condition that Costglass does not know.</source>
        <translation>%1：价格带有 Costglass 不认识的条件。</translation>
    </message>
    <message>
        <source>%1.%2 is there from another provider of the same vendor already.</source>
        <translation>%1.%2 已由同一厂商的另一平台给出。</translation>
    </message>
</context>
<context>
    <name>Costglass::PriceRefresh</name>
    <message>
        <source>The server of %1 answered with HTTP %2.</source>
        <translation>%1 的服务器返回 HTTP %2。</translation>
    </message>
    <message>
        <source>Try again later, or take in a file with “prices import”.</source>
        <translation>请稍后再试，或用“prices import”导入文件。</translation>
    </message>
</context>
<context>
    <name>Costglass::PriceStore</name>
    <message>
        <source>%1 cannot be read.</source>
        <translation>无法读取 %1。</translation>
    </message>
    <message>
        <source>%1 is damaged: put it aside and import your lists again.</source>
        <translation>%1 已损坏：请将其移开，然后重新导入价目表。</translation>
    </message>
</context>
<context>
    <name>Costglass::PriceTable</name>
    <message>
        <source>as long as known</source>
        <translation>自有记录起</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>Cache write</source>
        <translation>缓存写入</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Blended</source>
        <translation>综合</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>Long from</source>
        <translation>长文起点</translation>
    </message>
    <message>
        <source>Peak</source>
        <translation>高峰</translation>
    </message>
    <message>
        <source>Other tiers</source>
        <translation>其他档位</translation>
    </message>
    <message>
        <source>Caches from</source>
        <translation>缓存起点</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>免费额度</translation>
    </message>
    <message>
        <source>Price age</source>
        <translation>价格距今</translation>
    </message>
    <message>
        <source>Read %1 · %2</source>
        <translation>读取于 %1 · %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>source, how sure</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 %2 → %3</source>
        <comment>meter, price before, price after</comment>
        <translation>%1 %2 → %3</translation>
    </message>
</context>
<context>
    <name>Costglass::Prices</name>
    <message>
        <source>There is no price for %1, %2.</source>
        <translation>没有 %1、%2 的价格。</translation>
    </message>
    <message>
        <source>“%1” is %2: a quantity lies between 0 and 10¹⁵.</source>
        <translation>“%1”为 %2：数量应在 0 到 10¹⁵ 之间。</translation>
    </message>
    <message>
        <source>There is more reasoning than output.</source>
        <translation>推理令牌多于输出令牌。</translation>
    </message>
    <message>
        <source>The prices of “%1” are in several currencies.</source>
        <translation>“%1”的价格使用了多种货币。</translation>
    </message>
    <message>
        <source>A cost has more digits than Costglass can hold.</source>
        <translation>费用的位数超出 Costglass 可表示的范围。</translation>
    </message>
    <message>
        <source>prompts over %1</source>
        <translation>提示超过 %1</translation>
    </message>
    <message>
        <source>peak hours</source>
        <translation>高峰时段</translation>
    </message>
    <message>
        <source>at the price of %1</source>
        <translation>按%1价</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>batch × 0.5</comment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Peak hours</source>
        <translation>高峰加价</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>技术支持</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>席位</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>税费</translation>
    </message>
    <message>
        <source>input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>cached input</source>
        <translation>缓存输入</translation>
    </message>
    <message>
        <source>output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>cache write, 5 minutes</source>
        <translation>缓存写入（5 分钟）</translation>
    </message>
    <message>
        <source>cache write, 30 minutes</source>
        <translation>缓存写入（30 分钟）</translation>
    </message>
    <message>
        <source>cache write, 1 hour</source>
        <translation>缓存写入（1 小时）</translation>
    </message>
    <message>
        <source>cache write, 12 hours</source>
        <translation>缓存写入（12 小时）</translation>
    </message>
    <message>
        <source>GiB-days</source>
        <translation>GiB·天</translation>
    </message>
    <message>
        <source>GB-months</source>
        <translation>GB·月</translation>
    </message>
    <message>
        <source>GiB-hours</source>
        <translation>GiB·小时</translation>
    </message>
    <message>
        <source>gross spend</source>
        <translation>消费总额</translation>
    </message>
    <message>
        <source>seats</source>
        <translation>席位</translation>
    </message>
    <message>
        <source>standard</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>批量</translation>
    </message>
    <message>
        <source>flex</source>
        <translation>弹性</translation>
    </message>
    <message>
        <source>priority</source>
        <translation>优先</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>答疑</translation>
    </message>
    <message>
        <source>Grading</source>
        <translation>批改</translation>
    </message>
    <message>
        <source>Customer chats</source>
        <translation>客服对话</translation>
    </message>
    <message>
        <source>Triage</source>
        <translation>分诊</translation>
    </message>
    <message>
        <source>Nightly summaries</source>
        <translation>夜间摘要</translation>
    </message>
    <message>
        <source>Vectors</source>
        <translation>向量</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n 周</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n 个月</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Costglass::PricesPage</name>
    <message>
        <source>Price of</source>
        <translation>价格项</translation>
    </message>
    <message>
        <source>Per 1M tokens</source>
        <translation>每百万 Token</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起始</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>读取于</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Reading the prices…</source>
        <translation>正在读取价格…</translation>
    </message>
    <message>
        <source>Search models</source>
        <translation>搜索模型</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>厂商</translation>
    </message>
    <message>
        <source>All vendors</source>
        <translation>全部厂商</translation>
    </message>
    <message>
        <source>Service tier</source>
        <translation>服务档位</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>币种</translation>
    </message>
    <message>
        <source>as listed</source>
        <translation>按价目</translation>
    </message>
    <message>
        <source>Prices as of</source>
        <translation>价格日期</translation>
    </message>
    <message>
        <source>as of</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>Parts of input in the blended price</source>
        <translation>综合价中输入的份数</translation>
    </message>
    <message>
        <source>Parts of cached input in the blended price</source>
        <translation>综合价中缓存输入的份数</translation>
    </message>
    <message>
        <source>Parts of output in the blended price</source>
        <translation>综合价中输出的份数</translation>
    </message>
    <message>
        <source>Blended: input</source>
        <translation>综合：输入</translation>
    </message>
    <message>
        <source>cached</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Prices of models</source>
        <translation>模型价格</translation>
    </message>
    <message>
        <source>No model fits. Search for less, or choose all vendors.</source>
        <translation>没有符合的模型。请减少搜索词，或选择全部厂商。</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Whose price the chart shows</source>
        <translation>图表显示的价格项</translation>
    </message>
    <message>
        <source>Every price with its source</source>
        <translation>每个价格及其出处</translation>
    </message>
    <message>
        <source>Price changes ahead</source>
        <translation>即将生效的价格变动</translation>
    </message>
    <message>
        <source>The prices could not be read.</source>
        <translation>无法读取价格。</translation>
    </message>
    <message>
        <source>Prices of %1, for short prompts in quiet hours.</source>
        <translation>%1 的价格，短提示、非高峰时段。</translation>
    </message>
    <message>
        <source>Prices of %1, for short prompts in quiet hours, at 1 USD = %2 %3 (%4, %5).</source>
        <translation>%1 的价格，短提示、非高峰时段，按 1 USD = %2 %3 折算（%4，%5）。</translation>
    </message>
    <message>
        <source>No model fits.</source>
        <translation>没有符合的模型。</translation>
    </message>
    <message numerus="yes">
        <source>Of %n model(s), %1 costs the least at this mix: %2 per 1M tokens.</source>
        <translation>
            <numerusform>在 %n 个模型中，按此比例 %1 最便宜：每百万 Token %2。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: what it cost and will cost</source>
        <translation>%1：过去与将来的价格</translation>
    </message>
    <message>
        <source>The list has no price of %1.</source>
        <translation>价目中没有%1价格。</translation>
    </message>
    <message>
        <source>Price of %1 tokens of %2, month by month</source>
        <translation>%2 的%1 Token 价格，按月</translation>
    </message>
    <message>
        <source>No price change is announced</source>
        <translation>没有已公布的价格变动</translation>
    </message>
    <message>
        <source>No model has a price of this mix.</source>
        <translation>没有模型具有此比例的价格。</translation>
    </message>
</context>
<context>
    <name>Costglass::Rail</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>Costglass::Sandbox</name>
    <message>
        <source>Port %1 is taken.</source>
        <translation>端口 %1 已被占用。</translation>
    </message>
    <message>
        <source>Choose another port, or 0 for any free one.</source>
        <translation>请选择其他端口，或用 0 取任一空闲端口。</translation>
    </message>
    <message>
        <source>“%1” is not a fault.</source>
        <translation>“%1”不是故障类型。</translation>
    </message>
    <message>
        <source>Write faults like 429:0.1,500:0.05,slow:50ms; the probabilities may add up to 1.</source>
        <translation>请写成 429:0.1,500:0.05,slow:50ms；概率之和不超过 1。</translation>
    </message>
</context>
<context>
    <name>Costglass::Scenario</name>
    <message>
        <source>a share lies between 0 and 1.</source>
        <translation>占比在 0 到 1 之间。</translation>
    </message>
    <message>
        <source>there is no such key.</source>
        <translation>没有这个键。</translation>
    </message>
    <message>
        <source>a conversation has 1 to 10,000 turns.</source>
        <translation>一次对话有 1 到 10,000 轮。</translation>
    </message>
    <message>
        <source>a workload needs name and per_day.</source>
        <translation>工作负载需要 name 和 per_day。</translation>
    </message>
    <message>
        <source>the shares of a mix add up to 1.</source>
        <translation>组合的占比之和应为 1。</translation>
    </message>
    <message>
        <source>not a scenario that this Costglass knows.</source>
        <translation>不是此版本 Costglass 认识的场景。</translation>
    </message>
    <message>
        <source>a scenario needs at least one.</source>
        <translation>场景至少需要一个。</translation>
    </message>
</context>
<context>
    <name>Costglass::ScenarioForm</name>
    <message>
        <source>Conversations a day</source>
        <translation>每天对话数</translation>
    </message>
    <message>
        <source>Requests a day</source>
        <translation>每天请求数</translation>
    </message>
    <message>
        <source>Tokens in</source>
        <translation>输入 Token</translation>
    </message>
    <message>
        <source>Tokens out</source>
        <translation>输出 Token</translation>
    </message>
    <message>
        <source>Can wait for a batch</source>
        <translation>可批量处理</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>系统提示</translation>
    </message>
    <message>
        <source>Text looked up a turn</source>
        <translation>每轮检索文本</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Around it</source>
        <translation>周边费用</translation>
    </message>
    <message>
        <source>Days a month</source>
        <translation>每月天数</translation>
    </message>
    <message>
        <source>%1 kept</source>
        <translation>保存的%1</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>席位</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Plan of the seats</source>
        <translation>席位方案</translation>
    </message>
    <message>
        <source>Seats are paid</source>
        <translation>席位付款</translation>
    </message>
    <message>
        <source>monthly</source>
        <translation>按月</translation>
    </message>
    <message>
        <source>for a year at once</source>
        <translation>按年预付</translation>
    </message>
    <message>
        <source>Support plan</source>
        <translation>技术支持方案</translation>
    </message>
    <message>
        <source>Requests are processed in</source>
        <translation>请求处理地区</translation>
    </message>
    <message>
        <source>any region</source>
        <translation>任何地区</translation>
    </message>
    <message>
        <source>the United States</source>
        <translation>美国</translation>
    </message>
    <message>
        <source>the European Union</source>
        <translation>欧盟</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>税费</translation>
    </message>
    <message>
        <source>Served from cache</source>
        <translation>缓存命中</translation>
    </message>
    <message>
        <source>In peak hours</source>
        <translation>高峰时段</translation>
    </message>
</context>
<context>
    <name>Costglass::ScenarioList</name>
    <message>
        <source>%1, copy</source>
        <translation>%1（副本）</translation>
    </message>
    <message>
        <source>%1 could not be read.</source>
        <translation>无法读取 %1。</translation>
    </message>
    <message>
        <source>Choose a file that you may read.</source>
        <translation>请选择有读取权限的文件。</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>无法写入 %1。</translation>
    </message>
    <message>
        <source>Choose a folder that you may write to.</source>
        <translation>请选择有写入权限的文件夹。</translation>
    </message>
</context>
<context>
    <name>Costglass::Schedule</name>
    <message>
        <source>The schedule “%1” has no hours.</source>
        <translation>时间表“%1”没有时段。</translation>
    </message>
    <message>
        <source>The schedule “%1” names a weekday that does not exist.</source>
        <translation>时间表“%1”中的星期不存在。</translation>
    </message>
    <message>
        <source>“%1” is not a time of day.</source>
        <translation>“%1”不是一天中的时间。</translation>
    </message>
</context>
<context>
    <name>Costglass::Secrets</name>
    <message>
        <source>The key of “%1” is not in the environment.</source>
        <translation>环境变量中没有“%1”的密钥。</translation>
    </message>
    <message>
        <source>Set %1 before starting Costglass.</source>
        <translation>请在启动 Costglass 前设置 %1。</translation>
    </message>
    <message>
        <source>There is no key for “%1”.</source>
        <translation>没有“%1”的密钥。</translation>
    </message>
</context>
<context>
    <name>Costglass::SeriesFile</name>
    <message>
        <source>Line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>its time is that of line %1.</source>
        <translation>其时间与第 %1 行相同。</translation>
    </message>
    <message>
        <source>Keep one row for each time.</source>
        <translation>每个时间只保留一行。</translation>
    </message>
    <message>
        <source>its time lies before that of line %1.</source>
        <translation>其时间早于第 %1 行。</translation>
    </message>
    <message>
        <source>Sort the rows by time, oldest first.</source>
        <translation>请按时间从早到晚排序。</translation>
    </message>
    <message>
        <source>From the first to the last row are more than %L1 steps.</source>
        <translation>从首行到末行超过 %L1 步。</translation>
    </message>
    <message>
        <source>Check the times of both, or leave out what is old.</source>
        <translation>请检查两者的时间，或略去旧的。</translation>
    </message>
    <message>
        <source>its time is not a whole number of steps after the first.</source>
        <translation>其时间与首行不相差整数步。</translation>
    </message>
    <message>
        <source>Give one row for each hour, day, week or month, at the same place of it.</source>
        <translation>请为每小时、每日、每周或每月给出一行，且位置一致。</translation>
    </message>
    <message>
        <source>there is only one column.</source>
        <translation>只有一列。</translation>
    </message>
    <message>
        <source>Write a header and rows like “date,value”.</source>
        <translation>请写表头和形如“date,value”的行。</translation>
    </message>
    <message>
        <source>The file has no column “%1”.</source>
        <translation>文件中没有“%1”列。</translation>
    </message>
    <message>
        <source>There are: %1.</source>
        <translation>可用值：%1。</translation>
    </message>
    <message>
        <source>%1 cells where the header has %2.</source>
        <translation>有 %1 个单元格，而表头有 %2 个。</translation>
    </message>
    <message>
        <source>Give every row as many cells as the header.</source>
        <translation>请使每行的单元格数与表头一致。</translation>
    </message>
    <message>
        <source>“%1” is not a number.</source>
        <translation>“%1”不是数字。</translation>
    </message>
    <message>
        <source>Write numbers like 12.5 and leave missing ones empty.</source>
        <translation>数字写成 12.5，缺失的留空。</translation>
    </message>
    <message>
        <source>“%1” is not a time.</source>
        <translation>“%1”不是时间。</translation>
    </message>
    <message>
        <source>Write times like 2026-11-24 or 2026-11-24T08:00:00Z.</source>
        <translation>时间写成 2026-11-24 或 2026-11-24T08:00:00Z。</translation>
    </message>
    <message>
        <source>this time has a zone, those before have none.</source>
        <translation>此时间带时区，之前的不带。</translation>
    </message>
    <message>
        <source>this time has no zone, those before have one.</source>
        <translation>此时间不带时区，之前的带。</translation>
    </message>
    <message>
        <source>Write all times in one way: all with an offset or all without.</source>
        <translation>时间写法须一致：全部带时区偏移或全部不带。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>无法读取 %1：%2。</translation>
    </message>
    <message>
        <source>Check the path and who may read it.</source>
        <translation>请检查路径和读取权限。</translation>
    </message>
    <message>
        <source>%1 holds no rows.</source>
        <translation>%1 中没有行。</translation>
    </message>
</context>
<context>
    <name>Costglass::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>They belong to this data folder and to you alone.</source>
        <translation>设置属于此数据文件夹，仅供您使用。</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>The system&apos;s</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Ledger, settings and vault lie in %1, readable by you alone.</source>
        <translation>账本、设置和保险库位于 %1，仅您可读。</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>&amp;Hold alerts in quiet hours and tell them together at their end</source>
        <translation>免打扰时段暂不提醒，结束后一并提醒(&amp;H)</translation>
    </message>
    <message>
        <source>In the currency of most of your spend; empty: unusual days are not told</source>
        <translation>以主要支出币种计；留空则不提醒异常日</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>从(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>到(&amp;T)</translation>
    </message>
    <message>
        <source>Tell days that cost more than &amp;usual by</source>
        <translation>提醒比平时多支出的日子，至少多(&amp;U)</translation>
    </message>
</context>
<context>
    <name>Costglass::SiliconFlow</name>
    <message>
        <source>SiliconFlow</source>
        <translation>硅基流动</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API 密钥</translation>
    </message>
    <message>
        <source>Make a key at cloud.siliconflow.com → API keys, in China at cloud.siliconflow.cn, and choose that region. SiliconFlow tells a key nothing but the balance: spend is derived from its falls, top-ups from its rises.</source>
        <translation>在 cloud.siliconflow.com → API keys 创建密钥；中国用户在 cloud.siliconflow.cn 创建，并选择该地区。硅基流动只向密钥提供余额：余额下降记为花费，上升记为充值。</translation>
    </message>
    <message>
        <source>Any key will do; SiliconFlow&apos;s keys have no scopes.</source>
        <translation>任何密钥都可以；硅基流动的密钥没有权限范围。</translation>
    </message>
    <message>
        <source>Check the key, and the account&apos;s region: a key of the one site does not work at the other. Your history stays.</source>
        <translation>请检查密钥和账号的区域：一个站点的密钥不能用于另一个站点。历史数据会保留。</translation>
    </message>
    <message>
        <source>SiliconFlow calls the account&apos;s status “%1”.</source>
        <translation>硅基流动称账户状态为“%1”。</translation>
    </message>
</context>
<context>
    <name>Costglass::Statement</name>
    <message>
        <source>AI spend · monthly statement</source>
        <translation>AI 费用 · 月度对账单</translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) · sums in %1</source>
        <translation>
            <numerusform>%n 个账户 · 以 %1 计</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>Spend per day</source>
        <translation>每日花费</translation>
    </message>
    <message>
        <source>By vendor</source>
        <translation>按厂商</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>厂商</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>%1, same days</source>
        <translation>%1同期</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Budgets</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>used share</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>已用</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>已用</translation>
    </message>
    <message>
        <source>Outlook</source>
        <translation>展望</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>day, what happened</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Data and method</source>
        <translation>数据来源与方法</translation>
    </message>
    <message>
        <source>Amounts are the vendors&apos; own figures, kept to 10⁻⁹ of a unit and rounded only here; days are the vendors&apos; billing days.</source>
        <translation>金额为各厂商自己的数字，精确到 10⁻⁹ 单位，仅在此处取整；日期为厂商的计费日。</translation>
    </message>
    <message numerus="yes">
        <source>The vendors changed %n day(s) after the first reading, by %1 in all.</source>
        <translation>
            <numerusform>有 %n 天在首次读取后被厂商更正，合计 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Forecast: %1</source>
        <translation>预测：%1</translation>
    </message>
    <message numerus="yes">
        <source>At the same day of %n earlier month(s) it was off by %1 % on average.</source>
        <translation>
            <numerusform>在此前 %n 个月的同一天，平均偏差为 %1 %。</numerusform>
        </translation>
    </message>
    <message>
        <source>Each figure can be traced to the vendor&apos;s reply in the program.</source>
        <translation>每个数字均可在程序中追溯到厂商的原始响应。</translation>
    </message>
    <message>
        <source> </source>
        <comment>between two sentences</comment>
        <translation></translation>
    </message>
    <message>
        <source>Costglass · made on %1 (UTC)</source>
        <translation>Costglass · 生成于 %1（UTC）</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>page of pages</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>无法写入 %1。</translation>
    </message>
    <message>
        <source>Choose another folder, or free some space.</source>
        <translation>请选择其他文件夹，或腾出空间。</translation>
    </message>
    <message>
        <source>There is no paper “%1”.</source>
        <translation>没有纸张“%1”。</translation>
    </message>
    <message>
        <source>There are: a4, letter.</source>
        <translation>可用的有：a4、letter。</translation>
    </message>
    <message>
        <source>AI spend %1</source>
        <translation>AI 费用 %1</translation>
    </message>
    <message>
        <source>That is as much as in %1 (%2).</source>
        <translation>与%1（%2）持平。</translation>
    </message>
    <message>
        <source>That is as much as on the same days of %1 (%2).</source>
        <translation>与%1同期（%2）持平。</translation>
    </message>
    <message>
        <source>That is %1 % more than in %2 (%3).</source>
        <translation>比%2（%3）多 %1 %。</translation>
    </message>
    <message>
        <source>That is %1 % less than in %2 (%3).</source>
        <translation>比%2（%3）少 %1 %。</translation>
    </message>
    <message>
        <source>That is %1 % more than on the same days of %2 (%3).</source>
        <translation>比%2同期（%3）多 %1 %。</translation>
    </message>
    <message>
        <source>That is %1 % less than on the same days of %2 (%3).</source>
        <translation>比%2同期（%3）少 %1 %。</translation>
    </message>
    <message>
        <source>What changed against %1</source>
        <translation>与%1相比的变化</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Mostly</source>
        <translation>主要</translation>
    </message>
</context>
<context>
    <name>Costglass::Sync</name>
    <message>
        <source>This Costglass does not know the vendor “%1”.</source>
        <translation>此版本的 Costglass 不认识厂商“%1”。</translation>
    </message>
    <message>
        <source>Update Costglass.</source>
        <translation>请更新 Costglass。</translation>
    </message>
    <message>
        <source>The sync was stopped.</source>
        <translation>同步已停止。</translation>
    </message>
    <message>
        <source>The vendor&apos;s pages do not end.</source>
        <translation>厂商的分页没有尽头。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of days that were not asked for were left out.</source>
        <translation>
            <numerusform>略去了 %n 行未查询日期的数据。</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is no limit for what requests may cost.</source>
        <translation>“%1”不能作为请求费用的上限。</translation>
    </message>
    <message>
        <source>Write request_budget like 2.00.</source>
        <translation>request_budget 的写法如 2.00。</translation>
    </message>
    <message>
        <source>This month&apos;s requests of “%1” have cost %2; one more would pass the limit of %3.</source>
        <translation>“%1”本月的请求已花费 %2；再请求一次将超过 %3 的上限。</translation>
    </message>
    <message>
        <source>Raise the account&apos;s setting request_budget, or wait for the first of the month.</source>
        <translation>请调高账户的 request_budget 设置，或等到下月 1 日。</translation>
    </message>
    <message>
        <source>No price is known for %1: its tokens are counted without money.</source>
        <translation>%1 没有已知价格：只计令牌，不计金额。</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of the logs cannot be read.</source>
        <translation>
            <numerusform>日志中有 %n 行无法读取。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Costglass::Tencent</name>
    <message>
        <source>Check that SecretId and SecretKey belong together and are enabled (Access Management → API keys), and the account&apos;s site; your history stays.</source>
        <translation>请检查 SecretId 与 SecretKey 是否成对且已启用（访问管理 → API 密钥），以及账号的站点；您的历史记录会保留。</translation>
    </message>
    <message>
        <source>Give the user the policy QcloudFinanceBillReadOnlyAccess (Access Management → Users → Associate policies); your history stays.</source>
        <translation>请为该用户关联策略 QcloudFinanceBillReadOnlyAccess（访问管理 → 用户 → 关联策略）；您的历史记录会保留。</translation>
    </message>
    <message>
        <source>The balance</source>
        <translation>余额</translation>
    </message>
    <message>
        <source>The balance has an amount that cannot be read (%1): %2</source>
        <translation>余额中有一个金额无法读取（%1）：%2</translation>
    </message>
    <message>
        <source>SecretId (AKID…)</source>
        <translation>SecretId（AKID…）</translation>
    </message>
    <message>
        <source>Site: cn (China) or intl</source>
        <translation>站点：cn（中国站）或 intl（国际站）</translation>
    </message>
    <message>
        <source>Services: ai, or all of the bill</source>
        <translation>服务：ai，或 all（整份账单）</translation>
    </message>
    <message>
        <source>Tencent Cloud AI</source>
        <translation>腾讯云 AI</translation>
    </message>
    <message>
        <source>SecretKey</source>
        <translation>SecretKey</translation>
    </message>
    <message>
        <source>32 characters; a Hunyuan API key (sk-…) reads no bill</source>
        <translation>32 个字符；混元的 API Key（sk-…）读不到账单</translation>
    </message>
    <message>
        <source>In the Tencent Cloud console open Access Management (CAM) → Users → Create user, with programming access only, and give it the policy QcloudFinanceBillReadOnlyAccess; the last page shows SecretId and SecretKey once. For accounts of tencentcloud.com choose the site intl.</source>
        <translation>在腾讯云控制台打开 访问管理 (CAM) → 用户 → 新建用户，只勾选编程访问，并授予策略 QcloudFinanceBillReadOnlyAccess；最后一页会显示一次 SecretId 和 SecretKey。tencentcloud.com 的账号请把站点选为 intl。</translation>
    </message>
    <message>
        <source>The policy QcloudFinanceBillReadOnlyAccess, or billing:DescribeBillDetail and billing:DescribeAccountBalance alone.</source>
        <translation>策略 QcloudFinanceBillReadOnlyAccess，或仅 billing:DescribeBillDetail 和 billing:DescribeAccountBalance。</translation>
    </message>
    <message>
        <source>The bill</source>
        <translation>账单</translation>
    </message>
    <message>
        <source>The key works: it reads the bill.</source>
        <translation>密钥有效：可以读取账单。</translation>
    </message>
    <message>
        <source>%1 holds no response.</source>
        <translation>%1没有响应内容。</translation>
    </message>
    <message>
        <source>A line has no day.</source>
        <translation>有一行没有日期。</translation>
    </message>
    <message>
        <source>%1 has a line that cannot be read: %2</source>
        <translation>%1有一行无法读取：%2</translation>
    </message>
</context>
<context>
    <name>Costglass::TokenBroker</name>
    <message>
        <source>The service account&apos;s key cannot be read.</source>
        <translation>无法读取服务账号密钥。</translation>
    </message>
    <message>
        <source>Paste the whole JSON file that Google Cloud gave for the key.</source>
        <translation>请粘贴 Google Cloud 提供的完整 JSON 密钥文件。</translation>
    </message>
    <message>
        <source>The log-in service of %1 has trouble.</source>
        <translation>%1 的登录服务出现问题。</translation>
    </message>
    <message>
        <source>The log-in was refused.</source>
        <translation>登录被拒绝。</translation>
    </message>
    <message>
        <source>The log-in was refused: %1</source>
        <translation>登录被拒绝：%1</translation>
    </message>
    <message>
        <source>Check the key, and that this computer&apos;s clock is right; your history stays.</source>
        <translation>请检查密钥和本机时间；已有历史不受影响。</translation>
    </message>
    <message>
        <source>The service account&apos;s key wants its tokens from %1; nothing was sent.</source>
        <translation>该服务账号密钥要从 %1 获取令牌；没有发送任何内容。</translation>
    </message>
    <message>
        <source>Download the key again from Google Cloud. Its token_uri is https://oauth2.googleapis.com/token.</source>
        <translation>请从 Google Cloud 重新下载密钥。其 token_uri 为 https://oauth2.googleapis.com/token。</translation>
    </message>
    <message>
        <source>The reply of the log-in service of %1 holds no token.</source>
        <translation>%1 登录服务的答复中没有令牌。</translation>
    </message>
    <message>
        <source>Check tenant_id, client_id and the client secret, and that the secret has not expired (Microsoft Entra ID → App registrations); your history stays.</source>
        <translation>请检查 tenant_id、client_id 和客户端密码，并确认密码没有过期（Microsoft Entra ID → 应用注册）；您的历史记录会保留。</translation>
    </message>
</context>
<context>
    <name>Costglass::TopBar</name>
    <message>
        <source>Sync</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>Export PDF</source>
        <translation>导出 PDF</translation>
    </message>
    <message>
        <source>Month before</source>
        <translation>上个月</translation>
    </message>
    <message>
        <source>Month after</source>
        <translation>下个月</translation>
    </message>
    <message>
        <source>Sums are in %1, the currency of the largest part of this month.</source>
        <translation>合计以 %1 计，即本月占比最大的货币。</translation>
    </message>
    <message>
        <source>Not synced yet</source>
        <translation>尚未同步</translation>
    </message>
    <message numerus="yes">
        <source>Synced %1 · %n account(s)</source>
        <translation>
            <numerusform>%1 已同步 · %n 个账户</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Syncing…</source>
        <translation>正在同步……</translation>
    </message>
    <message>
        <source>Account %1 of %2, %3</source>
        <translation>第 %1/%2 个账户，%3</translation>
    </message>
    <message>
        <source>Account %1 of %2</source>
        <translation>第 %1/%2 个账户</translation>
    </message>
</context>
<context>
    <name>Costglass::Tray</name>
    <message>
        <source>Open Costglass</source>
        <translation>打开 Costglass</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>Costglass::Unlock</name>
    <message>
        <source>Unlock the vault</source>
        <translation>解锁保险库</translation>
    </message>
    <message>
        <source>Passphrase of the vault. It is kept in memory until Costglass ends.</source>
        <translation>保险库的口令。在 Costglass 退出前保存在内存中。</translation>
    </message>
</context>
<context>
    <name>Costglass::Usage</name>
    <message>
        <source>usage.%1: %2</source>
        <translation>usage.%1：%2</translation>
    </message>
    <message>
        <source>less than nothing was used.</source>
        <translation>用量为负。</translation>
    </message>
    <message>
        <source>its parts are more than the whole.</source>
        <translation>各部分之和超过整体。</translation>
    </message>
    <message>
        <source>there is no such meter.</source>
        <translation>没有这种计量。</translation>
    </message>
</context>
<context>
    <name>Costglass::UsageScenario</name>
    <message>
        <source>The ledger knows of no tokens in the last 30 days.</source>
        <translation>账本中没有最近 30 天的 token 用量。</translation>
    </message>
    <message>
        <source>“costglass-cli sync” asks the vendors.</source>
        <translation>“costglass-cli sync”会向厂商查询。</translation>
    </message>
    <message>
        <source>Metered from %1 to %2.</source>
        <translation>计量区间：%1 至 %2。</translation>
    </message>
    <message>
        <source>Left out, as it is not counted in tokens: %1.</source>
        <translation>未按 token 计量，故未计入：%1。</translation>
    </message>
</context>
<context>
    <name>Costglass::Vault</name>
    <message>
        <source>The vault %1 is damaged.</source>
        <translation>保险库 %1 已损坏。</translation>
    </message>
    <message>
        <source>It was left as it is. Put a backup in its place, or move it away and enter the keys again.</source>
        <translation>未作任何改动。请放回备份，或将其移走后重新输入密钥。</translation>
    </message>
    <message>
        <source>There is not enough memory to open the vault.</source>
        <translation>内存不足，无法打开保险库。</translation>
    </message>
    <message>
        <source>The vault %1 cannot be read.</source>
        <translation>无法读取保险库 %1。</translation>
    </message>
    <message>
        <source>The passphrase does not open the vault.</source>
        <translation>口令无法打开保险库。</translation>
    </message>
    <message>
        <source>Type it again, or set COSTGLASS_VAULT_PASSPHRASE to the right one. If it is right, the file is damaged: put a backup in its place.</source>
        <translation>请重新输入，或将 COSTGLASS_VAULT_PASSPHRASE 设为正确的口令。如果口令正确，则文件已损坏：请放回备份。</translation>
    </message>
    <message>
        <source>The vault %1 cannot be written.</source>
        <translation>无法写入保险库 %1。</translation>
    </message>
    <message>
        <source>The vault %1 is held by another program, or cannot be written.</source>
        <translation>保险库 %1 被其他程序占用，或无法写入。</translation>
    </message>
    <message>
        <source>Close the other Costglass, and see that you may write to the data folder.</source>
        <translation>请关闭另一个 Costglass，并确认对数据文件夹有写入权限。</translation>
    </message>
    <message>
        <source>The vault needs its passphrase.</source>
        <translation>保险库需要口令。</translation>
    </message>
    <message>
        <source>Type it when asked, or set COSTGLASS_VAULT_PASSPHRASE.</source>
        <translation>请在询问时输入，或设置 COSTGLASS_VAULT_PASSPHRASE。</translation>
    </message>
    <message>
        <source>The vault holds no key for “%1”.</source>
        <translation>保险库中没有“%1”的密钥。</translation>
    </message>
    <message>
        <source>Enter the key again.</source>
        <translation>请重新输入密钥。</translation>
    </message>
</context>
<context>
    <name>Costglass::VendorTableModel</name>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>厂商</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>vs %1</source>
        <comment>against a month</comment>
        <translation>较%1</translation>
    </message>
    <message>
        <source>Last 33 days</source>
        <translation>最近 33 天</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Complete to</source>
        <translation>数据截至</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>change in percent</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>▲ %1 %</source>
        <translation>▲ %1 %</translation>
    </message>
    <message>
        <source>▼ %1 %</source>
        <translation>▼ %1 %</translation>
    </message>
    <message>
        <source>&lt;1 %</source>
        <translation>&lt;1 %</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>share in percent</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>+%1 %</source>
        <translation>+%1 %</translation>
    </message>
    <message>
        <source>−%1 %</source>
        <translation>−%1 %</translation>
    </message>
</context>
<context>
    <name>Costglass::Vendors</name>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what happened: the vendor&apos;s sentence</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>what happened: the vendor&apos;s words</comment>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>%1 (Request %2.)</source>
        <comment>sentence, the vendor&apos;s id of the request</comment>
        <translation>%1（请求 %2。）</translation>
    </message>
    <message>
        <source>The vendor refused the key</source>
        <translation>厂商拒绝了密钥</translation>
    </message>
    <message>
        <source>The vendor wants a payment first</source>
        <translation>厂商要求先付款</translation>
    </message>
    <message>
        <source>Settle it in the vendor&apos;s billing page; your history stays.</source>
        <translation>请在厂商的账单页处理；已有历史不受影响。</translation>
    </message>
    <message>
        <source>This key may not read this</source>
        <translation>此密钥无权读取此内容</translation>
    </message>
    <message>
        <source>The address does not know this request</source>
        <translation>该地址不支持此请求</translation>
    </message>
    <message>
        <source>Check the account&apos;s base address.</source>
        <translation>请检查账户的基础地址。</translation>
    </message>
    <message>
        <source>The vendor took too long</source>
        <translation>厂商响应时间过长</translation>
    </message>
    <message>
        <source>The vendor asks to wait</source>
        <translation>厂商要求稍候</translation>
    </message>
    <message>
        <source>The vendor&apos;s server failed (%1)</source>
        <translation>厂商服务器出错（%1）</translation>
    </message>
    <message>
        <source>The vendor refused the request (%1)</source>
        <translation>厂商拒绝了请求（%1）</translation>
    </message>
    <message>
        <source>%1 has no list “%2”.</source>
        <translation>%1没有列表“%2”。</translation>
    </message>
    <message>
        <source>A count is negative or beyond all use.</source>
        <translation>计数为负或超出合理范围。</translation>
    </message>
    <message>
        <source>The vendor&apos;s pages go in a circle.</source>
        <translation>厂商的分页陷入循环。</translation>
    </message>
    <message>
        <source>%1 has an amount that cannot be read (%2): %3</source>
        <translation>%1中有无法读取的金额（%2）：%3</translation>
    </message>
</context>
<context>
    <name>Costglass::Volcengine</name>
    <message>
        <source>Check that Access Key ID and secret key belong together and are enabled (IAM → Key management); your history stays.</source>
        <translation>请检查 Access Key ID 与 Secret Access Key 是否成对且已启用（访问控制 → 密钥管理）；您的历史记录会保留。</translation>
    </message>
    <message>
        <source>Give the user the policy BillingCenterReadOnlyAccess (IAM → Users → Permissions); your history stays.</source>
        <translation>请为该用户授予策略 BillingCenterReadOnlyAccess（访问控制 → 用户 → 权限）；您的历史记录会保留。</translation>
    </message>
    <message>
        <source>The balance</source>
        <translation>余额</translation>
    </message>
    <message>
        <source>The balance has an amount that cannot be read (%1): %2</source>
        <translation>余额中有一个金额无法读取（%1）：%2</translation>
    </message>
    <message>
        <source>Access Key ID (AKLT…)</source>
        <translation>Access Key ID（AKLT…）</translation>
    </message>
    <message>
        <source>Services: ai (Ark), or all of the bill</source>
        <translation>服务：ai（方舟），或 all（整份账单）</translation>
    </message>
    <message>
        <source>Volcengine Ark</source>
        <translation>火山方舟</translation>
    </message>
    <message>
        <source>Secret Access Key</source>
        <translation>Secret Access Key</translation>
    </message>
    <message>
        <source>ends in == as a rule; an Ark API key reads no bill</source>
        <translation>通常以 == 结尾；方舟的 API Key 读不到账单</translation>
    </message>
    <message>
        <source>In the Volcengine console open IAM → Users → Create user, with programming access only, and give it the policy BillingCenterReadOnlyAccess. Its Access Key ID and Secret Access Key are shown under Keys. Ark&apos;s own API keys open no bill.</source>
        <translation>在火山引擎控制台打开 访问控制 → 用户 → 新建用户，只允许编程访问，并授予策略 BillingCenterReadOnlyAccess。其 Access Key ID 和 Secret Access Key 在“密钥”中。方舟自己的 API Key 打不开账单。</translation>
    </message>
    <message>
        <source>The policy BillingCenterReadOnlyAccess, or billing:ListBillDetail and billing:QueryBalanceAcct alone.</source>
        <translation>策略 BillingCenterReadOnlyAccess，或仅 billing:ListBillDetail 和 billing:QueryBalanceAcct。</translation>
    </message>
    <message>
        <source>The bill</source>
        <translation>账单</translation>
    </message>
    <message>
        <source>The key works: it reads the bill.</source>
        <translation>密钥有效：可以读取账单。</translation>
    </message>
    <message>
        <source>%1 holds no result.</source>
        <translation>%1没有结果。</translation>
    </message>
    <message>
        <source>A line has no day.</source>
        <translation>有一行没有日期。</translation>
    </message>
    <message>
        <source>%1 has a line that cannot be read: %2</source>
        <translation>%1有一行无法读取：%2</translation>
    </message>
</context>
<context>
    <name>Costglass::Webhooks</name>
    <message>
        <source>Costglass can reach you here. This is a test.</source>
        <translation>Costglass 可以在这里联系到您。这是一条测试消息。</translation>
    </message>
    <message>
        <source>The webhook refused the message (%1).</source>
        <translation>Webhook 拒收了消息（%1）。</translation>
    </message>
    <message>
        <source>Compare its address with the one that the chat shows, then remove the webhook and add it again.</source>
        <translation>请与聊天工具中显示的地址核对，然后移除该 Webhook 并重新添加。</translation>
    </message>
    <message>
        <source>The webhook asks for fewer messages.</source>
        <translation>Webhook 要求降低发送频率。</translation>
    </message>
    <message>
        <source>The webhook&apos;s server failed (%1).</source>
        <translation>Webhook 服务器出错（%1）。</translation>
    </message>
    <message>
        <source>The webhook has no address that can be used.</source>
        <translation>该 Webhook 没有可用的地址。</translation>
    </message>
    <message>
        <source>Write it like https://host/path; plain http is for this computer only.</source>
        <translation>请写成 https://主机/路径；http 只能用于本机。</translation>
    </message>
    <message>
        <source>The webhook refused the signature (%1).</source>
        <translation>Webhook 拒绝了签名（%1）。</translation>
    </message>
    <message>
        <source>Compare the signing secret and the bot&apos;s security settings (keywords, addresses), and this computer&apos;s clock.</source>
        <translation>请核对签名密钥、机器人的安全设置（关键词、IP 地址）以及本机时钟。</translation>
    </message>
    <message>
        <source>The webhook gave an answer that is not of its kind.</source>
        <translation>Webhook 的答复与所选类型不符。</translation>
    </message>
    <message>
        <source>Check that the address belongs to the kind that you chose.</source>
        <translation>请确认地址属于所选类型。</translation>
    </message>
    <message>
        <source>The e-mail has no server and addresses that can be used.</source>
        <translation>电子邮件没有可用的服务器和地址。</translation>
    </message>
    <message>
        <source>Write them like smtps://you%40example.org@mail.example.org?to=you@example.org; the password is the secret.</source>
        <translation>格式如 smtps://you%40example.org@mail.example.org?to=you@example.org；密码即签名密钥。</translation>
    </message>
    <message numerus="yes">
        <source>Costglass: %n alert(s)</source>
        <translation>
            <numerusform>Costglass：%n 条提醒</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Costglass::Wizard</name>
    <message>
        <source>Add an account</source>
        <translation>添加账户</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>厂商</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>step, title</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>New key for “%1”</source>
        <translation>“%1”的新密钥</translation>
    </message>
</context>
<context>
    <name>Costglass::WizardHistory</name>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>花费</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Months that have arrived</source>
        <translation>已到达的月份</translation>
    </message>
    <message>
        <source>Open the overview</source>
        <translation>打开总览</translation>
    </message>
    <message>
        <source>Reading the last 12 months</source>
        <translation>正在读取最近 12 个月</translation>
    </message>
    <message>
        <source>You can go on; this runs beside.</source>
        <translation>您可以继续操作，读取会在后台进行。</translation>
    </message>
    <message>
        <source>%1, step %2 of %3. You can go on; this runs beside.</source>
        <translation>%1，第 %2/%3 步。您可以继续操作，读取会在后台进行。</translation>
    </message>
    <message>
        <source>Your history is here</source>
        <translation>历史数据已到齐</translation>
    </message>
    <message>
        <source>From now on Costglass keeps it fresh by itself.</source>
        <translation>此后 Costglass 会自动保持更新。</translation>
    </message>
    <message>
        <source>A part of your history is here</source>
        <translation>部分历史数据已到达</translation>
    </message>
    <message>
        <source>Nothing has arrived yet</source>
        <translation>尚无数据到达</translation>
    </message>
</context>
<context>
    <name>Costglass::WizardKey</name>
    <message>
        <source>&amp;Passphrase</source>
        <translation>口令(&amp;P)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Show or hide the key</source>
        <translation>显示或隐藏密钥</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Keep in</source>
        <translation>存放于(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Address (only when it is not the vendor&apos;s own)</source>
        <translation>地址(&amp;A)（仅在不用厂商自有地址时填写）</translation>
    </message>
    <message>
        <source>Keyring of this desktop</source>
        <translation>此桌面的密钥环</translation>
    </message>
    <message>
        <source>Vault: a file under a passphrase</source>
        <translation>保险库：受口令保护的文件</translation>
    </message>
    <message>
        <source>Environment variable, read each time</source>
        <translation>环境变量，每次读取</translation>
    </message>
    <message>
        <source>The key will be read from %1; set it where Costglass starts.</source>
        <translation>密钥将从 %1 读取；请在启动 Costglass 的环境中设置。</translation>
    </message>
    <message>
        <source>production</source>
        <comment>default name of an account</comment>
        <translation>生产</translation>
    </message>
    <message>
        <source>Log in to %1</source>
        <translation>登录 %1</translation>
    </message>
    <message>
        <source>Least rights: %1</source>
        <translation>最低权限：%1</translation>
    </message>
    <message>
        <source>Open that page</source>
        <translation>打开该页面</translation>
    </message>
    <message>
        <source>%1 (optional)</source>
        <translation>%1（可选）</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>正在询问 %1……</translation>
    </message>
    <message>
        <source>✓ %1</source>
        <translation>✓ %1</translation>
    </message>
    <message>
        <source>The vault needs a passphrase. It is asked for once each time Costglass starts.</source>
        <translation>保险库需要口令，每次启动 Costglass 时询问一次。</translation>
    </message>
    <message>
        <source>Storing the key… The desktop may ask you to unlock its keyring.</source>
        <translation>正在存储密钥……桌面可能会要求解锁密钥环。</translation>
    </message>
    <message>
        <source>Read the logs of %1</source>
        <translation>读取 %1 的日志</translation>
    </message>
    <message>
        <source>Storing…</source>
        <translation>正在保存…</translation>
    </message>
</context>
<context>
    <name>Costglass::WizardVendor</name>
    <message>
        <source>Where do you spend?</source>
        <translation>您在哪里花费？</translation>
    </message>
    <message numerus="yes">
        <source>Search %n vendor(s)…</source>
        <translation>
            <numerusform>搜索 %n 家厂商……</numerusform>
        </translation>
    </message>
    <message>
        <source>Try with sample data</source>
        <translation>用示例数据试试</translation>
    </message>
</context>
<context>
    <name>Costglass::Xai</name>
    <message>
        <source>The usage report</source>
        <translation>用量报告</translation>
    </message>
    <message>
        <source>Only a management key with the right to read billing is taken: console.x.ai → Settings → Management keys. A key for models is refused. Your history stays.</source>
        <translation>只接受有账单读取权限的管理密钥：console.x.ai → Settings → Management keys。模型密钥会被拒绝。历史数据会保留。</translation>
    </message>
    <message>
        <source>Check the team id: it stands in the address of console.x.ai. Your history stays.</source>
        <translation>请检查团队 ID：它在 console.x.ai 的网址中。历史数据会保留。</translation>
    </message>
    <message>
        <source>%1 has a figure without its day.</source>
        <translation>%1中有一个数字没有日期。</translation>
    </message>
    <message>
        <source>%1 has an amount that cannot be read (%2): %3</source>
        <translation>%1中有无法读取的金额（%2）：%3</translation>
    </message>
    <message>
        <source>xAI does not tell all of %1: too many lines for one reply.</source>
        <translation>xAI 没有给出 %1 的全部内容：一次回复放不下这么多行。</translation>
    </message>
    <message>
        <source>The prepaid balance</source>
        <translation>预付余额</translation>
    </message>
    <message>
        <source>Management key</source>
        <translation>管理密钥</translation>
    </message>
    <message>
        <source>Make a management key at console.x.ai → Settings → Management keys, and copy the team id from that page&apos;s address. The prepaid balance is that of the last closed billing cycle: what was spent since is not yet taken off it. Costs stand by the lines of the bill, whose wording xAI does not document.</source>
        <translation>请在 console.x.ai → Settings → Management keys 创建管理密钥，并从该页面的网址中复制团队 ID。预付余额是上一个已结算计费周期的余额：此后的支出尚未扣除。费用按账单的各行列出，xAI 没有说明这些行的写法。</translation>
    </message>
    <message>
        <source>The right to read the team&apos;s billing; a key for models cannot.</source>
        <translation>读取团队账单的权限；模型密钥无法读取。</translation>
    </message>
    <message>
        <source>Team id</source>
        <translation>团队 ID</translation>
    </message>
    <message>
        <source>The key works: it reads the team&apos;s billing.</source>
        <translation>密钥可用：可读取团队的账单。</translation>
    </message>
    <message>
        <source>A management key may also make and delete keys of the team; keep it safe.</source>
        <translation>管理密钥还能创建和删除团队的密钥，请妥善保管。</translation>
    </message>
</context>
<context>
    <name>Costglass::Zhipu</name>
    <message>
        <source>The plan&apos;s quota</source>
        <translation>套餐额度</translation>
    </message>
    <message>
        <source>%1 has a count that is no whole number from 0 on (%2).</source>
        <translation>%1中有一个计数不是从 0 起的整数（%2）。</translation>
    </message>
    <message>
        <source>%1 comes without a code.</source>
        <translation>%1没有返回代码。</translation>
    </message>
    <message>
        <source>The vendor refused the key (%1).</source>
        <translation>供应商拒绝了此密钥（%1）。</translation>
    </message>
    <message>
        <source>The vendor could not tell the plan&apos;s quota (%1).</source>
        <translation>供应商无法给出套餐额度（%1）。</translation>
    </message>
    <message>
        <source>Zhipu GLM (z.ai)</source>
        <translation>智谱 GLM（z.ai）</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API 密钥</translation>
    </message>
    <message>
        <source>Take a key of the coding plan: at z.ai → API keys, in China at bigmodel.cn, and choose that region. It tells how much of the plan is used, from an endpoint that Zhipu&apos;s own pages use but do not document. The cash balance has no API: keep it by hand.</source>
        <translation>请使用编程套餐的密钥：国际站在 z.ai → API keys，中国站在 bigmodel.cn，并选择对应区域。它提供套餐的使用情况，来自智谱自己页面使用但未公开文档的接口。现金余额没有 API：请手动记录。</translation>
    </message>
    <message>
        <source>Any key of the account will do; Zhipu&apos;s keys have no scopes.</source>
        <translation>账号的任意密钥均可；智谱的密钥没有权限范围。</translation>
    </message>
    <message>
        <source>Check the key, and the account&apos;s region: a key of the one site does not work at the other. Your history stays.</source>
        <translation>请检查密钥和账号的区域：一个站点的密钥不能用于另一个站点。历史数据会保留。</translation>
    </message>
    <message>
        <source>This account has no coding plan: there is nothing to read.</source>
        <translation>此账号没有编程套餐，没有可读取的内容。</translation>
    </message>
</context>
</TS>
