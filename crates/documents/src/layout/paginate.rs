//! From slices to pages: what must stay together goes to the next page together.

use super::slice::{Item, Slice};

/// Of the space between blocks, what is left at least when a page is drawn in.
const CLOSEST: f64 = 0.5;

/// Of a page: a chapter whose last page holds no more than this is drawn in, if that saves the page.
const SCANT: f64 = 0.2;

#[derive(Debug, Default)]
pub struct Page {
    pub items: Vec<Item>,
}

/// Where a slice stands: its page, from 0, and its height on it.
struct Place {
    page: usize,
    y: f64,
    /// Its table's headings are repeated above it.
    under_head: bool,
}

/// Spreads slices over pages of that height. Items come out relative to the page's text area.
pub fn paginate(mut slices: Vec<Slice>, height: f64) -> Vec<Page> {
    for chapter in slices.chunk_by_mut(|_, next| !next.break_before) {
        draw_in(chapter, height);
    }
    let places = places(&slices, height, 1.0);
    let mut pages = vec![Page::default()];
    for (mut slice, place) in slices.into_iter().zip(places) {
        while pages.len() <= place.page {
            pages.push(Page::default());
        }
        let Some(page) = pages.last_mut() else { continue };
        if let (true, Some(head)) = (place.under_head, &slice.running_head) {
            page.items.extend(head.items.iter().cloned());
        }
        slice.shift(0.0, place.y);
        page.items.append(&mut slice.items);
    }
    pages
}

/// Where each slice goes when the space between blocks is that share of what it is.
fn places(slices: &[Slice], height: f64, closeness: f64) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::with_capacity(slices.len());
    let (mut page, mut y) = (0, 0.0);
    for group in groups(slices) {
        let must_break = group.first().is_some_and(|slice| slice.break_before) && y > 0.0;
        let whole: f64 = group.iter().map(|slice| slice.before * closeness + slice.height).sum();
        if must_break || (y > 0.0 && y + whole > height && whole <= height) {
            page += 1;
            y = 0.0;
        }
        for slice in group {
            let before = if y > 0.0 { slice.before * closeness } else { 0.0 };
            if y > 0.0 && y + before + slice.height > height {
                page += 1;
                y = 0.0;
            } else {
                y += before;
            }
            let head = slice.running_head.as_ref().filter(|_| y == 0.0);
            y += head.map_or(0.0, |head| head.height);
            places.push(Place { page, y, under_head: head.is_some() });
            y += slice.height;
        }
    }
    places
}

/// A chapter that is too long for its pages by little is set a little closer, so that its last words do not stand
/// alone on one more.
fn draw_in(chapter: &mut [Slice], height: f64) {
    let gaps: f64 = chapter.iter().skip(1).map(|slice| slice.before).sum();
    let solid: f64 = chapter.iter().map(|slice| slice.height).sum();
    let room = height - solid - 0.01;
    let closer = if solid + gaps > height && room > gaps * CLOSEST {
        Some(room / gaps)
    } else {
        closer_by_a_page(chapter, height)
    };
    for slice in chapter.iter_mut().filter(|_| closer.is_some()) {
        slice.before *= closer.unwrap_or(1.0);
    }
}

/// How close a chapter of several pages must be set to save its last one, where that holds next to nothing.
fn closer_by_a_page(chapter: &[Slice], height: f64) -> Option<f64> {
    let end = |closeness: f64| {
        let places = places(chapter, height, closeness);
        let last = places.last()?;
        Some((last.page, last.y + chapter.last()?.height))
    };
    let (pages, filled) = end(1.0)?;
    if pages < 2 || filled > height * SCANT {
        return None;
    }
    // A twentieth at a time, so that nothing is set closer than it needs to be.
    let mut steps =
        (1..).map(|step| 1.0 - f64::from(step) * 0.05).take_while(|closeness| *closeness >= CLOSEST);
    steps.find(|closeness| end(*closeness).is_some_and(|(page, _)| page < pages))
}

/// Runs of slices in which each but the last stays with the next.
fn groups(slices: &[Slice]) -> impl Iterator<Item = &[Slice]> {
    slices.chunk_by(|slice, next| slice.keep_with_next && !next.break_before)
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
    fn a_last_page_with_next_to_nothing_is_saved_where_that_costs_little() {
        let spaced = |height: f64| Slice { before: 3.0, ..slice(height) };
        let seven = |last: f64| (0..6).map(|_| spaced(30.0)).chain([spaced(last)]).collect::<Vec<_>>();
        // Three to a page leave 5 of 100 over; set a little closer, there is room for them.
        assert_eq!(counts(&paginate(seven(5.0), 100.0)), [3, 4]);
        // A last page that is not so empty stays as it is.
        assert_eq!(counts(&paginate(seven(30.0), 100.0)), [3, 3, 1]);
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
