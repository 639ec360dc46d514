//! Every kind of document is valid PDF/UA-1 and PDF/A-2a by the veraPDF engine, and broken ones are not: so the
//! engine is known to be able to say no.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod board;
mod common;
mod mutant;
mod sample;
#[path = "tongues/mod.rs"]
mod tongues;
mod verapdf;

use board::inputs::{child_promises_input, every_document};
use common::{options, save};
use pledgeboard_documents::block::Style;
use pledgeboard_documents::content::{add_logo, child_promises};
use pledgeboard_documents::pdf;
use pledgeboard_domain::Audience;

#[test]
fn documents_conform_and_broken_ones_do_not() {
    let mut files = Vec::new();
    for style in [Style::Adult, Style::Children] {
        let name = format!("{style:?}").to_lowercase();
        files.push(save(&format!("{name}.pdf"), &pdf(&sample::sample(style), &options()).unwrap()));
        files
            .push(save(&format!("{name}-tongues.pdf"), &pdf(&tongues::document(style), &options()).unwrap()));
    }
    let mut seen = Vec::new();
    for (name, _, document) in every_document() {
        if !seen.contains(&document) {
            files.push(save(&format!("{name}.pdf"), &pdf(&document, &options()).unwrap()));
            seen.push(document);
        }
    }
    let mut with_logo = child_promises::build(&child_promises_input(), Audience::Children);
    add_logo(&mut with_logo, &child_promises_input().board, sample::logo());
    files.push(save("logo.pdf", &pdf(&with_logo, &options()).unwrap()));
    let good = files.len();
    let whole = pdf(&sample::sample(Style::Adult), &options()).unwrap();
    let mut mutants = Vec::new();
    for (name, profile, bytes) in mutant::all(&whole) {
        mutants.push((profile, save(&format!("broken-{name}.pdf"), &bytes)));
    }
    files.extend(mutants.iter().map(|(_, file)| file.clone()));

    let verdicts = verapdf::check(&files, &["ua1", "2a"]);
    for verdict in verdicts.iter().filter(|verdict| files[..good].contains(&verdict.file)) {
        assert!(
            verdict.passed,
            "{} against {}: {:#?}",
            verdict.file.display(),
            verdict.profile,
            verdict.broken
        );
    }
    for (profile, file) in &mutants {
        let mut against =
            verdicts.iter().filter(|verdict| verdict.file == *file && verdict.profile == *profile);
        let verdict = against.next().unwrap();
        assert!(!verdict.passed, "{} was let through by {profile}", file.display());
    }
    assert_eq!(verdicts.len(), 2 * files.len());
}
