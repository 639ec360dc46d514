//! Every kind of document is valid PDF/UA-1 and PDF/A-2a by the veraPDF engine, and broken ones are not: so the
//! engine is known to be able to say no.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod common;
mod mutant;
mod verapdf;

use common::{options, sample, save};
use pledgeboard_documents::block::Style;
use pledgeboard_documents::pdf;

#[test]
fn documents_conform_and_broken_ones_do_not() {
    let adult = pdf(&sample(Style::Adult), &options()).unwrap();
    let children = pdf(&sample(Style::Children), &options()).unwrap();
    let mut files = vec![save("adult.pdf", &adult), save("children.pdf", &children)];
    let good = files.len();
    let mutants = mutant::all(&adult);
    for (name, bytes) in &mutants {
        files.push(save(&format!("broken-{name}.pdf"), bytes));
    }

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
    for file in &files[good..] {
        let caught = verdicts.iter().any(|verdict| verdict.file == *file && !verdict.passed);
        assert!(caught, "{} was let through", file.display());
    }
    assert_eq!(verdicts.len(), 2 * files.len());
    assert_eq!(mutants.len(), 8);
}
