// SPDX-License-Identifier: Apache-2.0
// The judgement of `hcf gap` (spec 3), for one person against their own set: what is asked, the status of each competence,
// assurance, and the figures. Where a rule could go either way, it goes against "met". tests/site/form_gap.mjs holds it
// against the binary; what changes in src/hcf/model/status.cpp, standing.cpp, requirements.cpp or analysis/gap.cpp changes
// here.
//
// An assessment is what form_file.js reads: texts, of which the empty one means that nothing was said; dates are ISO texts,
// which order as dates do; names are resolved to ids.
"use strict";
globalThis.hcfForm = globalThis.hcfForm ?? {};

(() => {
  const hcfForm = globalThis.hcfForm;
  const LAST_DAY = "9999-12-31";
  const NOT_APPLICABLE = "not-applicable";
  const STATUSES = ["met", "expired", "unconfirmed", "partial", "not-met", "not-assessed", NOT_APPLICABLE];
  const BASES = ["self", "supervisor", "assessor"]; // weakest first
  const GROUPS = ["gap", "planned", "assured", null]; // the order of rows

  // Without regard to case, as far as scripts go: what two entries would answer to, neither does.
  function fold(name) {
    return name.normalize("NFC").toUpperCase().toLowerCase().normalize("NFC");
  }

  function nameTable(entries) {
    const exact = new Map();
    const folded = new Map();
    for (const entry of entries) {
      for (const name of [entry.id, entry.title, ...(entry.names ?? [])]) {
        const key = fold(name);
        exact.set(name, entry.id);
        folded.set(key, folded.has(key) && folded.get(key) !== entry.id ? null : entry.id);
      }
    }
    return (name) => exact.get(name) ?? folded.get(fold(name)) ?? null;
  }

  // The data of the page (README.md), with everything found by its id.
  function openFramework(data) {
    const byId = (list) => new Map(list.map((entry, order) => [entry.id, { ...entry, order }]));
    const framework = {
      card: data.framework,
      overlays: data.overlays ?? [],
      levels: byId(data.levels),
      scales: byId(data.scales),
      competences: byId(data.competences),
      roles: byId(data.roles),
      findLevel: nameTable(data.levels),
      findCompetence: nameTable(data.competences),
      findRole: nameTable(data.roles),
      core: new Map(),
    };
    for (const scale of framework.scales.values())
      scale.ranks = new Map(scale.values.map((value, rank) => [value.id, { ...value, rank }]));
    for (const level of framework.levels.keys()) {
      const core = data.competences.filter((one) => one.kind === "core" && one.levels.includes(level));
      framework.core.set(level, core.map((one) => one.id));
    }
    return framework;
  }

  // Dates, by the calendar and never by the clock's time zone.

  function lastDayOf(year, month) {
    const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  }

  function isDate(text) {
    const found = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(text);
    if (!found) return false;
    const [year, month, day] = found.slice(1).map(Number);
    return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= lastDayOf(year, month);
  }

  function dateText(year, month, day) {
    return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  }

  // Years and months first, the day held to the month's last, then days (spec 2).
  function addPeriod(date, period) {
    const found = /^P(?:([0-9]+)Y)?(?:([0-9]+)M)?(?:([0-9]+)D)?$/.exec(period);
    const [years, months, days] = found.slice(1).map((part) => Number(part ?? 0));
    const [year0, month0, day0] = date.split("-").map(Number);
    const count = year0 * 12 + month0 - 1 + years * 12 + months;
    let [year, month] = [Math.floor(count / 12), (count % 12) + 1];
    if (year > 9999) return LAST_DAY;
    let day = Math.min(day0, lastDayOf(year, month)) + days;
    while (day > lastDayOf(year, month)) {
      day -= lastDayOf(year, month);
      month += 1;
      if (month > 12) [year, month] = [year + 1, 1];
      if (year > 9999) return LAST_DAY;
    }
    return dateText(year, month, day);
  }

  const earlier = (a, b) => (a && b ? (a < b ? a : b) : a || b);

  // What is asked.

  function ownLevel(framework, person) {
    return person.level || framework.roles.get(person.role)?.levels[0] || "";
  }

  // R(person): by competence { competence, essential, asked_at, needs }, in framework order.
  function requirementsOf(framework, person) {
    const level = ownLevel(framework, person);
    const asked = new Map();
    const ask = (competence) => {
      if (!asked.has(competence)) asked.set(competence, { competence, essential: true, asked_at: level, needs: null });
      return asked.get(competence);
    };
    const core = framework.core.get(level) ?? [];
    core.forEach(ask);
    for (const own of framework.roles.get(person.role)?.competences ?? []) {
      const requirement = ask(own.id);
      requirement.needs = own.needs ?? null;
      requirement.essential = own.essential || core.includes(own.id);
    }
    const rank = (id) => framework.levels.get(id).order;
    for (const overlap of person.overlaps) {
      if (!overlap.level) continue;
      for (const competence of overlap.competences) {
        const requirement = ask(competence);
        requirement.essential = true;
        if (rank(overlap.level) > rank(requirement.asked_at)) requirement.asked_at = overlap.level;
      }
    }
    const order = (one) => framework.competences.get(one.competence).order;
    return new Map([...asked.values()].sort((a, b) => order(a) - order(b)).map((one) => [one.competence, one]));
  }

  // Status.

  // The ratings that have a value, the assessment's defaults in them.
  function countRatings(framework, assessment) {
    const counted = new Map();
    const scaleId = assessment.scale || "status";
    const scale = framework.scales.get(scaleId);
    const level = ownLevel(framework, assessment.person);
    for (const [id, rating] of assessment.ratings) {
      const value = rating.value === NOT_APPLICABLE ? { counts_as: NOT_APPLICABLE, rank: 0 } : scale?.ranks.get(rating.value);
      if (!value) continue;
      const { refresh } = framework.competences.get(id);
      const assessed = rating.assessed || assessment.assessed;
      counted.set(id, {
        scale: scaleId,
        value: rating.value,
        rank: value.rank,
        counts_as: value.counts_as,
        shown_at: rating.level || level,
        basis: rating.basis || assessment.basis,
        assessor: rating.assessor || assessment.assessor,
        assessed,
        valid_until: earlier(rating.valid_until, refresh && assessed ? addPeriod(assessed, refresh) : ""),
        evidence: rating.evidence.length,
        is_dated: !refresh || Boolean(assessed || rating.valid_until),
      });
    }
    return counted;
  }

  // Why a value that counts as met (or says not applicable) is not accepted; the first that holds, or null.
  function doubtOf(framework, rating, askedAt, needs, options) {
    const rank = (level) => framework.levels.get(level).order;
    if (BASES.indexOf(rating.basis || "self") < BASES.indexOf(options.accept)) return "weaker-basis";
    if (options.in_context && askedAt && rank(rating.shown_at) < rank(askedAt)) return "shown-below";
    if (!rating.is_dated) return "undated";
    if (needs && needs.scale !== rating.scale) return "other-scale";
    return null;
  }

  // The status that the rating earns by itself, supersession aside.
  function ownStatus(framework, rating, askedAt, needs, options) {
    if (!rating) return "not-assessed";
    if (rating.counts_as !== NOT_APPLICABLE) {
      if (rating.counts_as !== "met") return rating.counts_as;
      if (needs && needs.scale === rating.scale) {
        if (rating.rank < framework.scales.get(needs.scale).ranks.get(needs.value).rank) return "partial";
      }
      if (rating.valid_until && rating.valid_until < options.as_of) return "expired";
    }
    if (doubtOf(framework, rating, askedAt, needs, options)) return "unconfirmed";
    return rating.counts_as;
  }

  // The first competence in framework order that is met by its own rating and makes this proof needless.
  function metThrough(framework, ratings, asked, requirement, options) {
    if (requirement.needs || ratings.get(requirement.competence)?.counts_as === NOT_APPLICABLE) return null;
    const isMet = (above) =>
      ownStatus(framework, ratings.get(above), requirement.asked_at, asked.get(above)?.needs ?? null, options) === "met";
    return framework.competences.get(requirement.competence).superseded_by?.find(isMet) ?? null;
  }

  // Assurance.

  function supervisorOf(assessment, plan, asOf) {
    if (plan.supervisor) return plan.supervisor;
    const supervision = assessment.supervision;
    if (!supervision || (supervision.until && supervision.until < asOf)) return "";
    return supervision.supervisor;
  }

  function gapReason(plan, asOf) {
    if (!plan) return "no-plan";
    if (!plan.due) return "plan-without-due";
    if (plan.due < asOf) return "plan-overdue";
    return plan.supervisor ? null : "plan-without-supervisor";
  }

  function assure(row, asOf) {
    if (row.status === NOT_APPLICABLE) return;
    if (row.status === "met") {
      row.assurance = "assured";
      return;
    }
    row.reason = gapReason(row.plan, asOf);
    row.assurance = row.reason ? "gap" : "planned";
  }

  function makeRow(framework, assessment, ratings, asked, requirement, options) {
    const id = requirement.competence;
    const rating = ratings.get(id) ?? null;
    const plan = assessment.ratings.get(id)?.plan ?? null;
    const row = { ...requirement, rating, assurance: null, reason: null, through: null, doubt: null, plan: null };
    row.status = ownStatus(framework, rating, requirement.asked_at, requirement.needs, options);
    if (["not-assessed", "expired", "unconfirmed"].includes(row.status)) {
      row.through = metThrough(framework, ratings, asked, requirement, options);
      if (row.through) row.status = "met";
    }
    if (row.status === "unconfirmed")
      row.doubt = doubtOf(framework, rating, requirement.asked_at, requirement.needs, options);
    if (plan) {
      const { action, due, review } = plan;
      row.plan = { action, due, supervisor: supervisorOf(assessment, plan, options.as_of), review };
    }
    assure(row, options.as_of);
    return row;
  }

  // Figures.

  // Exact: part and whole. 1 for an empty set; null where some are required and none is applicable.
  function share(part, summary) {
    if (summary.required === 0) return { part: 1, whole: 1 };
    return summary.applicable === 0 ? null : { part, whole: summary.applicable };
  }

  function summarise(framework, rows) {
    const rank = (level) => framework.levels.get(level).order;
    const essential = rows.filter((row) => row.essential);
    const count = (holds) => essential.filter(holds).length;
    const isMet = (row) => row.status === "met";
    const statuses = {};
    for (const status of STATUSES) statuses[status] = count((row) => row.status === status);
    const summary = {
      required: essential.length,
      applicable: essential.length - statuses[NOT_APPLICABLE],
      met: statuses.met,
      planned: count((row) => row.assurance === "planned"),
      gap: count((row) => row.assurance === "gap"),
      met_self: count((row) => isMet(row) && (row.rating?.basis || "self") === "self"),
      met_without_evidence: count((row) => isMet(row) && !row.rating?.evidence),
      met_below_level: count((row) => isMet(row) && row.rating && rank(row.rating.shown_at) < rank(row.asked_at)),
      statuses,
    };
    summary.readiness = share(summary.met, summary);
    summary.assurance = share(summary.met + summary.planned, summary);
    return summary;
  }

  function sameCoreAs(framework, level) {
    const core = framework.core.get(level) ?? [];
    const isSame = (other) => other.length === core.length && other.every((id) => core.includes(id));
    if (core.length === 0) return [];
    return [...framework.core].filter(([other, set]) => other !== level && isSame(set)).map(([other]) => other);
  }

  // The whole of `hcf gap` for one person against their own set; null where neither role nor level is known.
  // options: { as_of, accept: self | supervisor | assessor, in_context }
  function judge(framework, assessment, options) {
    const level = ownLevel(framework, assessment.person);
    if (!level) return null;
    const asked = requirementsOf(framework, assessment.person);
    const ratings = countRatings(framework, assessment);
    const inOrder = [...asked.values()].map((one) => makeRow(framework, assessment, ratings, asked, one, options));
    const isCore = (row) => framework.competences.get(row.competence).kind === "core";
    const heldAnyway = (id) =>
      !asked.has(id) && ownStatus(framework, ratings.get(id), "", null, options) === "met";
    return {
      level,
      role: assessment.person.role,
      core_only: inOrder.every((row) => !row.essential || isCore(row)),
      same_core_as: sameCoreAs(framework, level),
      summary: summarise(framework, inOrder),
      rows: GROUPS.flatMap((group) => inOrder.filter((row) => row.assurance === group)),
      beyond: [...framework.competences.keys()].filter(heldAnyway),
    };
  }

  // "85 %": rounded down, so that 100 % is said only when all are met; "n/a" where nothing is applicable.
  function percent(ratio) {
    return ratio ? `${Math.floor((ratio.part * 100) / ratio.whole)} %` : "n/a";
  }

  Object.assign(hcfForm, { BASES, NOT_APPLICABLE, STATUSES, addPeriod, fold, isDate, judge, openFramework, ownLevel });
  Object.assign(hcfForm, { percent, requirementsOf });
})();
