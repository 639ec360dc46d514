//! From slices to pages: what must stay together goes to the next page together.

use super::slice::{Item, Slice};

/// Of the space between blocks, what is left at least when a page is drawn in.
const CLOSEST: f64 = 0.5;

#[derive(Debug, Default)]
pub struct Page {
    pub items: Vec<Item>,
}

/// Spreads slices over pages of that height. Items come out relative to the page's text area.
pub fn paginate(mut slices: Vec<Slice>, height: f64) -> Vec<Page> {
    for chapter in slices.chunk_by_mut(|_, next| !next.break_before) {
        draw_in(chapter, height);
    }
    let mut pages = vec![Page::default()];
    let mut y = 0.0;
    for group in groups(slices) {
        let must_break = group.first().is_some_and(|slice| slice.break_before) && y > 0.0;
        let whole: f64 = group.iter().map(|slice| slice.before + slice.height).sum();
        if must_break || (y > 0.0 && y + whole > height && whole <= height) {
            pages.push(Page::default());
            y = 0.0;
        }
        for mut slice in group {
            let before = if y > 0.0 { slice.before } else { 0.0 };
            if y > 0.0 && y + before + slice.height > height {
                pages.push(Page::default());
                y = 0.0;
            } else {
                y += before;
            }
            let Some(page) = pages.last_mut() else { continue };
            if y == 0.0
                && let Some(head) = &slice.running_head
            {
                page.items.extend(head.items.iter().cloned());
                y += head.height;
            }
            slice.shift(0.0, y);
            y += slice.height;
            page.items.append(&mut slice.items);
        }
    }
    pages
}

/// A chapter that is too long for its page by little is set a little closer, so that its last words do not stand
/// alone on the next.
fn draw_in(chapter: &mut [Slice], height: f64) {
    let gaps: f64 = chapter.iter().skip(1).map(|slice| slice.before).sum();
    let solid: f64 = chapter.iter().map(|slice| slice.height).sum();
    let room = height - solid - 0.01;
    if solid + gaps > height && room > gaps * CLOSEST {
        for slice in chapter {
            slice.before *= room / gaps;
        }
    }
}

/// Runs of slices in which each but the last stays with the next.
fn groups(slices: Vec<Slice>) -> Vec<Vec<Slice>> {
    let mut groups: Vec<Vec<Slice>> = Vec::new();
    let mut open = false;
    for slice in slices {
        let keep = slice.keep_with_next;
        match groups.last_mut() {
            Some(group) if open && !slice.break_before => group.push(slice),
            _ => groups.push(vec![slice]),
        }
        open = keep;
    }
    groups
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::layout::slice::{Drawing, Owner};

    fn slice(height: f64) -> Slice {
        Slice::new(height, vec![Item { owner: Owner::Decoration, drawing: Drawing::Nothing }])
    }

    fn counts(pages: &[Page]) -> Vec<usize> {
        pages.iter().map(|page| page.items.len()).collect()
    }

    #[test]
    fn what_fits_stays_and_the_rest_moves_on() {
        assert_eq!(counts(&paginate(vec![slice(40.0), slice(40.0), slice(40.0)], 100.0)), [2, 1]);
    }

    #[test]
    fn a_page_that_is_too_long_by_little_is_drawn_in() {
        let spaced = |before: f64| Slice { before, ..slice(30.0) };
        assert_eq!(counts(&paginate(vec![slice(30.0), spaced(8.0), spaced(8.0)], 100.0)), [3]);
        assert_eq!(counts(&paginate(vec![slice(30.0), spaced(20.0), spaced(2.0)], 99.0)), [2, 1]);
        let next = Slice { break_before: true, ..spaced(9.0) };
        assert_eq!(counts(&paginate(vec![slice(90.0), next, spaced(8.0), spaced(8.0)], 100.0)), [1, 3]);
    }

    #[test]
    fn a_heading_goes_with_what_follows_it() {
        let heading = Slice { keep_with_next: true, ..slice(20.0) };
        assert_eq!(counts(&paginate(vec![slice(70.0), heading, slice(20.0)], 100.0)), [1, 2]);
    }

    #[test]
    fn a_break_is_obeyed_once() {
        let broken = Slice { break_before: true, ..slice(10.0) };
        assert_eq!(counts(&paginate(vec![slice(10.0), broken], 100.0)), [1, 1]);
        let first = Slice { break_before: true, ..slice(10.0) };
        assert_eq!(counts(&paginate(vec![first], 100.0)), [1]);
    }

    #[test]
    fn a_tables_headings_are_repeated_above_a_row_that_opens_a_page() {
        let head = Rc::new(slice(10.0));
        let row = || Slice { running_head: Some(Rc::clone(&head)), ..slice(60.0) };
        assert_eq!(counts(&paginate(vec![slice(10.0), row(), row()], 100.0)), [2, 2]);
    }

    #[test]
    fn what_is_kept_together_but_too_tall_is_spread_all_the_same() {
        let kept = || Slice { keep_with_next: true, ..slice(60.0) };
        assert_eq!(counts(&paginate(vec![kept(), kept(), kept()], 100.0)), [1, 1, 1]);
    }
}
