// SPDX-License-Identifier: Apache-2.0
// What `hcf validate` would call an error in an assessment, so that the form says it where it can be mended. The rules are
// those of src/hcf/rules; where this file cannot tell, it says that there is a problem rather than none.
"use strict";
globalThis.hcfForm = globalThis.hcfForm ?? {};

(() => {
  const hcfForm = globalThis.hcfForm;

  // Names without regard to case and to how many spaces stand between their parts.
  const nameKey = (name) => hcfForm.fold(name).replace(/[ \t\n]+/g, " ").trim();

  // An id that holds Greek or Cyrillic letters among Latin ones may pass for another's.
  function isMixed(id) {
    return /[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]/.test(id) && /[\u0370-\u052f\u1c80-\u1c8f\u1f00-\u1fff]/.test(id);
  }

  function isThePerson(name, person) {
    if (name === "") return false;
    return name === person.id || (person.name !== "" && nameKey(name) === nameKey(person.name));
  }

  class Checker {
    constructor(framework, assessment, asOf) {
      Object.assign(this, { framework, assessment, asOf, problems: [] });
    }

    // `where` names a field of the form; `harmless` is a problem that no figure rests on.
    add(where, message, harmless = false) {
      this.problems.push({ where, message, harmless });
    }

    // Whether the text is a day (or nothing); it may be bound to have come.
    date(where, text, mustHaveCome = false) {
      if (text === "") return;
      if (!hcfForm.isDate(text)) this.add(where, "is no whole date");
      else if (mustHaveCome && text > this.asOf) this.add(where, `is after the day of the report, ${this.asOf}`);
    }

    other(where, name) {
      if (isThePerson(name, this.assessment.person)) this.add(where, "is the person: name somebody else");
    }

    person() {
      const { person } = this.assessment;
      if (person.id === "") this.add("person.id", "is missing", true);
      if (isMixed(person.id)) this.add("person.id", "holds Greek or Cyrillic letters among Latin ones");
      const role = this.framework.roles.get(person.role);
      if (!role && person.level === "") this.add("person.level", "is missing: choose a role, a level of practice, or both");
      if (role && person.level !== "" && !role.levels.includes(person.level))
        this.add("person.level", "is none of the role's levels of practice");
      person.overlaps.forEach((overlap, number) => {
        if (overlap.level === "") this.add(`overlap.${number}.level`, "is missing");
        if (overlap.competences.length === 0) this.add(`overlap.${number}.add`, "is missing: name what is done there");
      });
    }

    defaults() {
      const { assessed, supervision } = this.assessment;
      this.date("assessed", assessed, true);
      if (!supervision) return;
      this.other("supervision.supervisor", supervision.supervisor);
      this.date("supervision.until", supervision.until);
    }

    rating(id, rating) {
      const at = (field) => `rating.${id}.${field}`;
      const scale = this.framework.scales.get(this.assessment.scale || "status");
      if (rating.value === "" && !rating.plan) this.add(at("value"), "has details, but neither a rating nor a plan");
      if (rating.value === hcfForm.NOT_APPLICABLE) {
        if (rating.note === "") this.add(at("note"), "is missing: what is not applicable needs a reason");
      } else if (rating.value !== "" && !scale.ranks.has(rating.value)) {
        this.add(at("value"), "stands on another scale: rate it again");
      }
      const assessed = rating.assessed || this.assessment.assessed;
      this.date(at("assessed"), rating.assessed, true);
      this.date(at("valid_until"), rating.valid_until);
      if (rating.valid_until && assessed && rating.valid_until < assessed)
        this.add(at("valid_until"), "is before the day on which it was assessed");
      this.judge(rating, at);
      rating.evidence.forEach(({ date }, number) => this.date(at(`evidence.${number}.date`), date, true));
      if (rating.plan) this.plan(rating.plan, at);
    }

    judge(rating, at) {
      const basis = rating.basis || this.assessment.basis;
      const assessor = rating.assessor || this.assessment.assessor;
      if (rating.value === "" || basis === "" || basis === "self" || !isThePerson(assessor, this.assessment.person)) return;
      this.add(rating.basis || rating.assessor ? at("basis") : "basis", `is '${basis}', but the assessor is the person`);
    }

    plan(plan, at) {
      if (plan.action === "") this.add(at("plan.action"), "is missing: say what will be done");
      this.date(at("plan.due"), plan.due);
      this.date(at("plan.review"), plan.review);
      this.other(at("plan.supervisor"), plan.supervisor);
      if (plan.review && plan.due && plan.review > plan.due) this.add(at("plan.review"), "is after the day on which it is due");
    }
  }

  // Every problem of a tidy assessment on the day of the report, each once: [{ where, message, harmless }].
  function findProblems(framework, assessment, asOf) {
    const checker = new Checker(framework, assessment, asOf);
    checker.person();
    checker.defaults();
    for (const [id, rating] of assessment.ratings) checker.rating(id, rating);
    const seen = new Set();
    return checker.problems.filter(({ where, message }) => {
      const key = `${where} ${message}`;
      return seen.has(key) ? false : seen.add(key);
    });
  }

  Object.assign(hcfForm, { findProblems });
})();
