use crate::make::{our_paper, whole, words};

#[test]
fn pages_are_numbered_through() {
    let papers = [("Moves", our_paper("Moves", 3)), ("Homes", our_paper("Homes", 2))];
    let (made, path) = whole("pack-numbers.pdf", &papers);
    assert_eq!(made.pages, 5);
    for page in 1..=5 {
        let said = words(&path, page);
        assert!(said.contains(&format!("Page {page} of 5")), "{page}: {said}");
    }
    assert!(words(&path, 4).contains("Part 1 of Homes"));
}

#[test]
fn a_pack_of_papers_that_conform_conforms() {
    let papers = [("Moves", our_paper("Moves", 3)), ("Homes", our_paper("Homes", 2))];
    let (made, path) = whole("pack-conforms.pdf", &papers);
    assert!(made.claims.ua1 && made.claims.a2a);
    for verdict in crate::verapdf::check(&[path], &["ua1", "2a"]) {
        assert!(verdict.passed, "{} {}: {:#?}", verdict.file.display(), verdict.profile, verdict.broken);
    }
}
