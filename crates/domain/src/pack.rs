//! The page numbers of an agenda's packs: the pack as it was published, and the supplements that go on from it.
//!
//! A pack for the public holds no private paper, so its numbers are its own. What is open comes first in every pack,
//! what is private last: so both call the same page by the same number, until a supplement follows.

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

use crate::{
    access::Audience,
    agenda_item::{AgendaContent, PublishedPaper},
    id::PaperId,
};

/// Kept with each version of an agenda: all parts up to it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PackNumbers {
    pub public: Vec<PackPart>,
    /// With the papers that are not for publication.
    pub members: Vec<PackPart>,
}

/// The pack, or one supplement to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PackPart {
    /// The version of the agenda that it came with; later ones than the first are supplements.
    pub version: i64,
    /// The number of its first page.
    pub first: i64,
    /// Pages of the agenda itself, or of what a supplement says first.
    pub front: i64,
    pub papers: Vec<PackedPaper>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PackedPaper {
    pub paper_id: PaperId,
    pub first: i64,
    pub pages: i64,
}

impl PackNumbers {
    /// The parts of the pack that an audience is given.
    pub fn of(&self, audience: Audience) -> &[PackPart] {
        match audience {
            Audience::Members | Audience::Chair => &self.members,
            Audience::Public | Audience::Children => &self.public,
        }
    }

    pub fn of_mut(&mut self, audience: Audience) -> &mut Vec<PackPart> {
        match audience {
            Audience::Members | Audience::Chair => &mut self.members,
            Audience::Public | Audience::Children => &mut self.public,
        }
    }

    /// The pages that a paper has in the pack of an audience.
    pub fn pages(&self, audience: Audience, paper: PaperId) -> Option<RangeInclusive<i64>> {
        let packed = self.of(audience).iter().flat_map(|part| &part.papers);
        packed.into_iter().find(|packed| packed.paper_id == paper).map(PackedPaper::pages)
    }
}

impl PackPart {
    /// Numbers a part that goes on behind a page.
    pub fn behind(page: i64, version: i64, front: i64, papers: &[&PublishedPaper]) -> Self {
        let first = page + 1;
        let mut next = first + front;
        let papers = papers
            .iter()
            .map(|paper| {
                let packed = PackedPaper { paper_id: paper.paper_id, first: next, pages: paper.pages };
                next += paper.pages;
                packed
            })
            .collect();
        Self { version, first, front, papers }
    }

    pub fn last(&self) -> i64 {
        self.first + self.front + self.papers.iter().map(|paper| paper.pages).sum::<i64>() - 1
    }
}

impl PackedPaper {
    fn pages(&self) -> RangeInclusive<i64> {
        self.first..=self.first + self.pages - 1
    }
}

/// The last page of what was numbered so far; nought before the first pack.
pub fn last_page(parts: &[PackPart]) -> i64 {
    parts.last().map_or(0, PackPart::last)
}

/// The papers that the pack of an audience holds: those it may read, the open ones first, each once; none of an item
/// that was withdrawn.
pub fn papers_for(content: &AgendaContent, audience: Audience) -> Vec<&PublishedPaper> {
    let mut items: Vec<_> = content.items.iter().filter(|it| !it.item.is_withdrawn()).collect();
    items.sort_by_key(|it| it.item.position);
    let mut papers: Vec<&PublishedPaper> = vec![];
    for paper in items.into_iter().flat_map(|it| &it.papers) {
        let known = papers.iter().any(|known| known.paper_id == paper.paper_id);
        if audience.may_read(&paper.access) && !known {
            papers.push(paper);
        }
    }
    papers.sort_by_key(|paper| !paper.access.is_open());
    papers
}

/// Those that none of the parts before has.
pub fn new_papers<'a>(
    content: &'a AgendaContent,
    audience: Audience,
    before: &[PackPart],
) -> Vec<&'a PublishedPaper> {
    let mut papers = papers_for(content, audience);
    papers.retain(|paper| {
        !before.iter().flat_map(|part| &part.papers).any(|packed| packed.paper_id == paper.paper_id)
    });
    papers
}

/// "page 12", "pages 12–20".
pub fn in_words(pages: &RangeInclusive<i64>) -> String {
    match (pages.start(), pages.end()) {
        (first, last) if first == last => format!("page {first}"),
        (first, last) => format!("pages {first}–{last}"),
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::access::{Access, AccessKind};

    fn paper(number: u128, pages: i64, open: bool) -> PublishedPaper {
        let access = if open { AccessKind::Open } else { AccessKind::Exempt };
        PublishedPaper {
            paper_id: PaperId(Uuid::from_u128(number)),
            title: String::new(),
            pages,
            access: Access { access, paragraphs: vec![], access_reason: String::new() },
        }
    }

    #[test]
    fn a_supplement_goes_on_behind_the_last_page_of_its_pack() {
        let (moves, homes, late) = (paper(1, 9, true), paper(2, 4, true), paper(3, 2, true));
        let pack = PackPart::behind(0, 1, 3, &[&moves, &homes]);
        assert_eq!((pack.first, pack.last()), (1, 16));
        let supplement = PackPart::behind(last_page(std::slice::from_ref(&pack)), 2, 1, &[&late]);
        assert_eq!((supplement.first, supplement.last()), (17, 19));
        let numbers = PackNumbers { public: vec![pack, supplement], members: vec![] };
        let of = |number| numbers.pages(Audience::Public, PaperId(Uuid::from_u128(number)));
        assert_eq!([of(1), of(2), of(3), of(4)], [Some(4..=12), Some(13..=16), Some(18..=19), None]);
        assert_eq!(numbers.pages(Audience::Members, moves.paper_id), None);
    }

    #[test]
    fn pages_are_named_as_a_pack_prints_them() {
        assert_eq!(in_words(&(12..=20)), "pages 12–20");
        assert_eq!(in_words(&(7..=7)), "page 7");
    }
}
