//! Nothing that is not for an audience is anywhere in a file that is made for it: not in its words, its streams, its
//! properties, its bookmarks or its name (domain rules 5 and 6).

use crate::planted::{
    self, ADULT, BOARD_ONLY, EXEMPT, MEMBERS, NEVER, NO_CONSENT, NOTES, PERSONAL, SENSITIVE, SHARED,
};
use pledgeboard_app::reports::ReportKind;
use pledgeboard_domain::Audience;

use crate::{printed, unpack};

/// What an audience may never find.
fn forbidden(document: ReportKind, audience: Audience) -> Vec<&'static str> {
    let mut words = vec![NO_CONSENT, SENSITIVE, PERSONAL, NEVER];
    if matches!(audience, Audience::Public | Audience::Children) {
        words.extend([EXEMPT, BOARD_ONLY, MEMBERS]);
    }
    if audience == Audience::Children {
        words.push(ADULT);
    }
    if audience != Audience::Chair {
        words.push(NOTES);
    }
    // It names no action of an item that is not open, not to members either.
    if document == ReportKind::SelfAssessment {
        words.push(EXEMPT);
    }
    words
}

#[tokio::test]
async fn nothing_reaches_whom_it_is_not_for() {
    let folder = tempfile::tempdir().unwrap();
    let cx = printed::anytown(folder.path()).await;
    planted::everywhere(&cx).await;
    let mut found: Vec<(ReportKind, Audience, &str)> = vec![];
    for made in printed::everything(&cx).await {
        let report = &made.report;
        let file = printed::save(&format!("leak-{}.pdf", made.name), &report.file);
        let inside = unpack::everything(&file);
        assert!(inside.contains("anytown"), "{}: unpacking finds no words", made.name);
        for other in printed::other_forms(&cx, &made).await {
            let said = unpack::everything(&printed::save(&format!("leak-{}", other.file_name), &other.file));
            assert!(said.contains("a26-0") || said.contains("anytown"), "{} says nothing", other.file_name);
            for word in forbidden(made.document, made.audience) {
                assert!(!said.contains(word), "{} holds {word}", other.file_name);
            }
        }
        let beside = format!("{}\n{}\n{}", report.file_name, report.title, report.text).to_lowercase();
        for word in forbidden(made.document, made.audience) {
            assert!(!inside.contains(word), "the file of {} holds {word}", made.name);
            assert!(!beside.contains(word), "{} says {word}", made.name);
        }
        for word in [EXEMPT, NOTES, BOARD_ONLY, MEMBERS, SHARED, ADULT] {
            if inside.contains(word) && beside.contains(word) {
                found.push((made.document, made.audience, word));
            }
        }
    }
    // Without this, the test could pass on empty files: each audience finds what is for it.
    use Audience::{Chair, Children, Members, Public};
    use ReportKind::{
        ActionLog, Agenda, AnnualReport, ChildPromises, Minutes, OurPromises, Pack, ReportCover, RunSheet,
        SelfAssessment, Supplement, VoiceSummary, WorkProgramme,
    };
    for wanted in [
        (Agenda, Public, ADULT),
        (Agenda, Members, EXEMPT),
        (Agenda, Chair, NOTES),
        (Agenda, Public, SHARED),
        (Agenda, Members, BOARD_ONLY),
        (Pack, Public, ADULT),
        (Pack, Members, EXEMPT),
        (Supplement, Public, ADULT),
        (Minutes, Public, ADULT),
        (Minutes, Members, EXEMPT),
        (Minutes, Chair, NOTES),
        (WorkProgramme, Public, ADULT),
        (WorkProgramme, Members, EXEMPT),
        (ActionLog, Public, ADULT),
        (ActionLog, Members, EXEMPT),
        (ChildPromises, Children, SHARED),
        (RunSheet, Chair, NOTES),
        (RunSheet, Chair, EXEMPT),
        (OurPromises, Public, ADULT),
        (OurPromises, Public, SHARED),
        (OurPromises, Members, MEMBERS),
        (VoiceSummary, Members, BOARD_ONLY),
        (SelfAssessment, Members, MEMBERS),
        (SelfAssessment, Members, ADULT),
        (AnnualReport, Public, ADULT),
        (AnnualReport, Public, SHARED),
        (ReportCover, Public, SHARED),
    ] {
        assert!(found.contains(&wanted), "{wanted:?} is not found: {found:?}");
    }
}
