//! Every document of the sample board, for every audience that it has, is valid PDF/UA-1 and PDF/A-2a.

use std::collections::HashSet;

use pledgeboard_app::reports::ReportKind;

use crate::{printed, verapdf};

#[tokio::test]
async fn every_document_of_the_sample_board_conforms() {
    let folder = tempfile::tempdir().unwrap();
    let cx = printed::anytown(folder.path()).await;
    let made = printed::everything(&cx).await;
    let kinds: HashSet<_> = made.iter().map(|it| (it.document, it.audience)).collect();
    let all: usize = ReportKind::ALL.iter().map(|kind| kind.listing().audiences.len()).sum();
    assert_eq!(kinds.len(), all, "{kinds:?}");
    // What is the same for several audiences is looked at once.
    let mut seen = HashSet::new();
    let files: Vec<_> = made
        .iter()
        .filter(|it| seen.insert(&it.report.file))
        .map(|it| printed::save(&format!("{}.pdf", it.name), &it.report.file))
        .collect();
    let verdicts = verapdf::check(&files, &["ua1", "2a"]);
    assert_eq!(verdicts.len(), 2 * files.len());
    for verdict in verdicts {
        assert!(
            verdict.passed,
            "{} against {}: {:#?}",
            verdict.file.display(),
            verdict.profile,
            verdict.broken
        );
    }
}
