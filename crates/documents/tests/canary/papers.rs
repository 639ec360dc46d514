//! The papers of the chair, the members and the council, with marked words in every field.

use pledgeboard_documents::block::Document;
use pledgeboard_documents::content::{
    annual_report, assessment, membership, our_promises, report_cover, run_sheet, voice_summary,
};
use pledgeboard_domain::{Audience, Person};

use super::{
    ADULT, EXEMPT, MEMBERS, NAME, NO_CONSENT, SOURCE, mark_action, mark_agenda, mark_answered, mark_item,
    mark_promise, mark_voice, plant,
};
use crate::board::papers::*;

/// What nobody may find: how to reach people, and what they bring.
fn mark_person(person: &mut Person) {
    if person.is_young_representative() && person.name_agreed_on.is_none() {
        person.first_name = NAME.into();
    }
    for field in [&mut person.email, &mut person.phone, &mut person.brings, &mut person.name_agreed_with] {
        plant(field, SOURCE);
    }
}

pub fn all() -> Vec<(String, Audience, Document)> {
    let mut run_sheet = run_sheet_input();
    mark_agenda(&mut run_sheet.agenda);
    let mut set = our_promises_input();
    set.set.promises.iter_mut().for_each(mark_promise);
    let mut members = membership_input();
    members.people.iter_mut().for_each(mark_person);
    let mut summary = voice_summary_input();
    for it in &mut summary.voices {
        mark_voice(&mut it.voice);
        if !it.voice.may_be_printed_for(Audience::Members) {
            it.answers.iter_mut().for_each(|answer| plant(&mut answer.plain_text, NO_CONSENT));
        }
    }
    let mut report = annual_report_input();
    report.people.iter_mut().for_each(mark_person);
    report.answered.iter_mut().for_each(mark_answered);
    report.promises.iter_mut().for_each(mark_promise);
    report.actions.iter_mut().for_each(mark_action);
    for event in &mut report.events {
        for field in [&mut event.title, &mut event.place, &mut event.what_happened, &mut event.take_to_board]
        {
            plant(field, SOURCE);
        }
    }
    for (meeting, _) in &mut report.meetings {
        plant(&mut meeting.chair_comments, MEMBERS);
    }
    let mut judged = assessment_input();
    judged.actions.iter_mut().for_each(mark_action);
    for it in judged.assessment.modules.iter_mut().flat_map(|part| &mut part.statements) {
        plant(&mut it.evidence, MEMBERS);
    }
    plant(&mut judged.assessment.observation, MEMBERS);
    let mut all = vec![
        ("self-assessment-members".to_owned(), Audience::Members, assessment::build(&judged)),
        ("run-sheet-chair".to_owned(), Audience::Chair, run_sheet::build(&run_sheet)),
        ("membership-members".to_owned(), Audience::Members, membership::build(&members)),
        (
            "voice-summary-members".to_owned(),
            Audience::Members,
            voice_summary::build(&summary, Audience::Members),
        ),
        ("annual-report-public".to_owned(), Audience::Public, annual_report::build(&report)),
    ];
    for audience in [Audience::Public, Audience::Members, Audience::Children] {
        let name = format!("our-promises-{audience:?}").to_lowercase();
        all.push((name, audience, our_promises::build(&set, audience)));
    }
    for (name, mut cover) in [("open", report_cover_input()), ("closed", closed_cover_input())] {
        if let Some(about) = &mut cover.about {
            mark_item(&mut about.item);
            about.voices.iter_mut().for_each(mark_voice);
            plant(&mut about.lead, if about.item.access.is_open() { ADULT } else { EXEMPT });
            plant(&mut about.promises[0].text, MEMBERS);
        }
        all.push((format!("report-cover-{name}"), Audience::Public, report_cover::build(&cover)));
    }
    all
}
