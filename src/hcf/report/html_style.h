// SPDX-License-Identifier: Apache-2.0
// How a page looks: light, dark and on paper. Text keeps a contrast of 4.5 to 1 at least, and a
// tone is a mark as well as a colour.
#pragma once

#include <string_view>

namespace hcf {

inline constexpr std::string_view kHtmlStyle = R"css(
:root{color-scheme:light dark;--page:#fff;--text:#1b1f24;--muted:#57606a;--line:#d0d7de;--head:#f3f5f7;
--good:#116329;--warn:#7a4b00;--bad:#a40e26;--link:#0b5cad}
@media (prefers-color-scheme:dark){:root{--page:#14181d;--text:#e6eaef;--muted:#a3adb8;--line:#3a434d;--head:#1e242b;
--good:#6fd08c;--warn:#e8b04a;--bad:#ff8f8a;--link:#7fb8f5}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--page);color:var(--text);font:16px/1.5 system-ui,"Noto Sans","Liberation Sans",sans-serif}
main,footer{max-width:78rem;margin:0 auto;padding:1rem 1.25rem}
a{color:var(--link)}
.skip{position:absolute;left:-999rem;top:0;padding:.5rem 1rem;background:var(--page);border:2px solid var(--link)}
.skip:focus{left:.5rem;top:.5rem}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
h1{font-size:1.75rem;line-height:1.25;margin:1.5rem 0 .75rem}
h2{font-size:1.25rem;line-height:1.3;margin:1.75rem 0 .5rem}
h3,h4,h5,h6{font-size:1.05rem;margin:1.25rem 0 .5rem}
h1,h2,h3,p,li,dd,dt,td,th,caption{overflow-wrap:anywhere;unicode-bidi:plaintext;text-align:left}
p{max-width:48rem}
ul{padding-left:1.5rem;max-width:48rem}
li{margin:.25rem 0}
dl{margin:.75rem 0}
dl>div{display:flex;flex-wrap:wrap;gap:0 1rem;padding:.2rem 0}
dt{flex:0 0 9rem;color:var(--muted)}
dd{flex:1 1 16rem;margin:0}
.table{overflow-x:auto;margin:.75rem 0}
table{border-collapse:collapse;min-width:min(100%,20rem)}
caption{font-weight:600;padding:.25rem 0}
th,td{padding:.35rem .75rem .35rem 0;border-bottom:1px solid var(--line);vertical-align:top;min-width:1.6rem}
td,tbody th{overflow-wrap:break-word}
thead th{background:var(--head);border-bottom:2px solid var(--line);padding:.45rem .75rem .45rem .35rem;
vertical-align:bottom;font-weight:600}
tbody th{font-weight:400}
tbody th,tbody td{padding-left:.35rem}
.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.text{min-width:9rem}
.short,.date{white-space:nowrap}
.strong{font-weight:600}
.muted{color:var(--muted)}
.good{color:var(--good)}
.warn{color:var(--warn);font-weight:600}
.bad{color:var(--bad);font-weight:600}
td .good::before,td .warn::before,td .bad::before,dd .good::before,dd .warn::before,dd .bad::before,
p.good::before,p.warn::before,p.bad::before,li .good::before,li .warn::before,li .bad::before{font-weight:600;
margin-right:.3em}
.good::before{content:"\2713";content:"\2713" / ""}
.warn::before{content:"\25B2";content:"\25B2" / "";font-size:.8em}
.bad::before{content:"\2715";content:"\2715" / ""}
@media (max-width:40rem){.short{white-space:normal}th,td{padding-right:.5rem}.text{min-width:7rem}}
figure{margin:.75rem 0}
pre{overflow-x:auto;background:var(--head);padding:.75rem;font:.875rem/1.4 ui-monospace,"Liberation Mono",monospace}
article+article{border-top:2px solid var(--line);margin-top:2.5rem}
@media print{:root{color-scheme:light;--page:#fff;--text:#000;--muted:#444;--line:#999;--head:#eee;--good:#0a4d1e;
--warn:#5c3900;--bad:#7d0a1c}
@page{size:A4;margin:14mm}
body{font-size:9pt;line-height:1.3}
main,footer{max-width:none;padding:0}
.skip{display:none}
h1{font-size:16pt;margin-top:0}h2{font-size:12.5pt;margin-top:10pt}
h1,h2,h3,caption{break-after:avoid}
tr,li,dl>div,figure{break-inside:avoid}
thead{display:table-header-group}
.table{overflow:visible}
th,td{padding-top:1.5pt;padding-bottom:1.5pt}
article+article{break-before:page;border:0;margin:0}}
)css";

}  // namespace hcf
