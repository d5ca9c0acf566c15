// SPDX-License-Identifier: Apache-2.0
// How pictures look on a page: with its colours, so that light, dark and paper are one drawing.
// What is met is full, what is planned has a broken outline, what is a gap is hollow.
#pragma once

#include <string_view>

namespace hcf {

inline constexpr std::string_view kSvgStyle = R"css(
:root{--plan:#fff3d6;--hole:#fdecee;--step:#f3f5f7}
@media (prefers-color-scheme:dark){:root{--plan:#3a2f14;--hole:#3b1b20;--step:#1e242b}}
.pictures{display:flex;flex-wrap:wrap;gap:.5rem 2.5rem;align-items:flex-start}
.picture{margin:.75rem 0;max-width:100%;min-width:0}
.picture>figcaption{font-weight:600;margin-bottom:.5rem}
.beside{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;align-items:center}
.beside>*{min-width:0}
.ring .drawn{width:19rem}
.ring .text{min-width:7rem}
.ring .table{font-size:.9375rem}
.ladder{width:21rem}
.scroll{overflow-x:auto}
svg{max-width:100%;height:auto;vertical-align:top}
svg text{fill:var(--text);font-size:13px}
svg .small{font-size:11.5px}
svg .huge{font-size:44px;font-weight:600}
svg .strong{font-weight:600}
svg .halo{paint-order:stroke;stroke:var(--page);stroke-width:4px;stroke-linejoin:round}
svg .dim{fill:var(--muted)}
svg .mid{text-anchor:middle}
svg .end{text-anchor:end}
svg .met{fill:var(--good);stroke:var(--good)}
svg .planned{fill:var(--plan);stroke:var(--warn);stroke-width:1.5;stroke-dasharray:3 2}
svg .gap{fill:var(--hole);stroke:var(--bad);stroke-width:1.5}
svg .aside{fill:none;stroke:var(--line)}
svg .on-met{fill:var(--page);font-weight:600}
svg .on-planned{fill:var(--warn);font-weight:600}
svg .on-gap{fill:var(--bad);font-weight:600}
svg .on-aside{fill:var(--muted)}
svg .step{fill:var(--step);stroke:var(--line)}
svg .here{fill:var(--link);stroke:var(--link)}
svg .there{fill:var(--page);stroke:var(--link);stroke-width:2;stroke-dasharray:6 3}
svg .pointer{fill:var(--link)}
svg .flag{fill:var(--link);stroke:var(--link);stroke-width:1.5}
svg .flag.on-here{fill:var(--page);stroke:var(--page)}
svg text.on-here{fill:var(--page);font-weight:600}
svg .arrow{fill:none;stroke:var(--muted);stroke-width:2}
svg .grid{stroke:var(--line)}
svg .axis{stroke:var(--muted)}
svg .lead{stroke:var(--line)}
svg .today{stroke:var(--link);stroke-width:2}
svg .line1{fill:none;stroke:var(--good);stroke-width:2.5}
svg .line2{fill:none;stroke:var(--warn);stroke-width:2;stroke-dasharray:6 4}
svg .dot1{fill:var(--good)}
svg .dot2{fill:var(--page);stroke:var(--warn);stroke-width:2}
svg .tie1{fill:none;stroke:var(--muted);stroke-dasharray:2 4}
svg .tie2{fill:none;stroke:var(--muted);stroke-width:1.5}
svg .tie3{fill:none;stroke:var(--link);stroke-width:3}
.key{list-style:none;display:flex;flex-wrap:wrap;gap:.15rem 1.25rem;padding:0;margin:.5rem 0;font-size:.875rem;max-width:none}
.key li{margin:0}
.key svg{margin:.2em .4em 0 0}
@media print{:root{--plan:#fff3d6;--hole:#fdecee;--step:#f3f3f3}
.scroll{overflow:visible}
.scroll svg{min-width:0!important}
.picture{margin:4pt 0}
.pictures{gap:0 8mm;flex-wrap:nowrap}
.ring .drawn{width:42mm}.ring .drawn>svg{width:40mm}.ring .table{font-size:7pt}
.beside{flex-wrap:nowrap;gap:4mm}.ring .text{min-width:0}
.ladder,.ladder>svg{width:46mm}.picture>figcaption{margin-bottom:2pt}
.ring td,.ring th{padding:.5pt 2pt}
.key{font-size:8pt;margin:3pt 0}
}
)css";

}  // namespace hcf
