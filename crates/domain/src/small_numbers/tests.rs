use proptest::prelude::*;

use super::*;

fn written(counts: &[Published]) -> String {
    counts.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_count_alone() {
    assert_eq!([0, 1, 4, 5].map(alone), ["none", "fewer than 5", "fewer than 5", "5"]);
    assert_eq!((Published::Shown(7).words(), Published::Hidden.words()), ("7".into(), "hidden".into()));
}

#[test]
fn a_figure_that_would_point_at_a_child_is_hidden() {
    assert!(hides_figure(3.0, None, "children", true));
    assert!(hides_figure(0.4, None, "children", true), "closed where it is odd");
    assert!(!hides_figure(0.0, None, "children", true) && !hides_figure(5.0, None, "children", true));
    assert!(!hides_figure(3.0, None, "", false), "an average of three counts nobody");
    assert!(!hides_figure(3.0, None, "%", true), "a share of a group that is not told");
    assert!(hides_figure(10.0, Some(20), "%", true), "two of twenty");
    assert!(hides_figure(90.0, Some(20), "%", true), "all but two of twenty");
    assert!(!hides_figure(50.0, Some(20), "%", true) && !hides_figure(0.0, Some(40), "%", true));
}

#[test]
fn without_a_total_only_small_counts_are_hidden() {
    assert_eq!(written(&suppress(&[12, 3, 0, 8], false)), "12 c 0 8");
}

#[test]
fn with_a_total_the_smallest_other_count_goes_too() {
    assert_eq!(written(&suppress(&[12, 3, 0, 8], true)), "12 c 0 c");
    assert_eq!(total(&[12, 3, 0, 8]), Published::Shown(23));
}

#[test]
fn two_small_counts_protect_each_other_unless_they_are_all_the_least_or_all_the_most() {
    assert_eq!(written(&suppress(&[2, 3, 9], true)), "c c 9");
    assert_eq!(written(&suppress(&[1, 1, 9, 7], true)), "c c 9 c");
    assert_eq!(written(&suppress(&[4, 4, 9, 7], true)), "c c 9 c");
}

#[test]
fn a_small_total_is_hidden_and_noughts_are_shown() {
    assert_eq!((written(&suppress(&[3, 0], true)), total(&[3, 0])), ("c 0".into(), Published::Hidden));
    assert_eq!((written(&suppress(&[0, 0], true)), total(&[0, 0])), ("0 0".into(), Published::Shown(0)));
    assert_eq!(total(&[1, 1, 1, 1, 1]), Published::Hidden);
    assert_eq!(suppress(&[], true), []);
}

#[test]
fn a_table_hides_what_its_totals_would_give_away() {
    let table = suppress_table(&[vec![12, 3, 20], vec![9, 15, 11], vec![30, 8, 16]]);
    assert_eq!(
        table.rows.iter().map(|row| written(row)).collect::<Vec<_>>(),
        ["c c 20", "c c 11", "30 8 16"]
    );
    assert_eq!(
        (written(&table.row_totals), written(&table.column_totals)),
        ("35 35 54".into(), "51 26 47".into())
    );
    assert_eq!(table.total, Published::Shown(124));
    assert!(table.hides_anything());
}

#[test]
fn a_table_without_small_counts_is_shown_whole() {
    let table = suppress_table(&[vec![12, 30], vec![9]]);
    assert_eq!(table.rows[1], [Published::Shown(9), Published::Shown(0)], "short rows are filled up");
    assert!(!table.hides_anything());
    assert_eq!(suppress_table(&[]).total, Published::Shown(0));
}

#[test]
fn a_table_of_fours_cannot_be_guessed_from_its_totals() {
    let table = suppress_table(&[vec![4, 4], vec![4, 4]]);
    let totals = table.row_totals.iter().chain(&table.column_totals);
    assert!(totals.filter(|total| **total == Published::Hidden).count() >= 2);
}

#[test]
fn figures_are_stored_by_name() {
    assert_eq!(
        serde_json::to_string(&[Published::Shown(7), Published::Hidden]).unwrap(),
        r#"[{"shown":7},"hidden"]"#
    );
}

/// Every way to fill `places` with values from `least` on that add up to `sum`.
fn fillings(places: usize, least: u32, most: u32, sum: u32) -> Vec<Vec<u32>> {
    if places == 0 {
        return if sum == 0 { vec![vec![]] } else { vec![] };
    }
    let first = least..=most.min(sum);
    let with = |n: u32| {
        fillings(places - 1, least, most, sum - n).into_iter().map(move |rest| [vec![n], rest].concat())
    };
    first.flat_map(with).collect()
}

/// The other table has the same shown figures, and a believable number in each hidden place.
fn fits(published: &PublishedTable, truth: &[Vec<u32>], other: &[Vec<u32>]) -> bool {
    let (truth, other) = (with_totals(truth), with_totals(other));
    let shown = with_published_totals(published);
    let mut places = shown.iter().flatten().zip(truth.iter().flatten()).zip(other.iter().flatten());
    places.all(|((shown, truth), other)| match shown {
        Published::Shown(count) => count == other,
        Published::Hidden => *other >= 1 || *truth == 0,
    })
}

fn with_totals(rows: &[Vec<u32>]) -> Vec<Vec<u32>> {
    let columns = (0..rows[0].len()).map(|column| rows.iter().map(|row| row[column]).sum()).collect();
    let mut all = [rows, &[columns]].concat();
    all.iter_mut().for_each(|row| row.push(row.iter().sum()));
    all
}

fn with_published_totals(table: &PublishedTable) -> Vec<Vec<Published>> {
    let mut all = [table.rows.as_slice(), std::slice::from_ref(&table.column_totals)].concat();
    for (row, total) in all.iter_mut().zip(table.row_totals.iter().chain([&table.total])) {
        row.push(*total);
    }
    all
}

/// Every table that differs from this one by at most 1 in each hidden place.
fn neighbours(published: &PublishedTable, truth: &[Vec<u32>]) -> Vec<Vec<Vec<u32>>> {
    let mut tables = vec![truth.to_vec()];
    for (r, row) in published.rows.iter().enumerate() {
        for (c, _) in row.iter().enumerate().filter(|(_, count)| **count == Published::Hidden) {
            let one_less = tables.clone().into_iter().filter(|t| t[r][c] > 0).map(|mut t| {
                t[r][c] -= 1;
                t
            });
            let one_more = tables.clone().into_iter().map(|mut t| {
                t[r][c] += 1;
                t
            });
            let more: Vec<_> = one_less.chain(one_more).collect();
            tables.extend(more);
        }
    }
    tables
}

fn count() -> impl Strategy<Value = u32> {
    prop_oneof![3 => 0..6u32, 1 => 6..30u32]
}

proptest! {
    #[test]
    fn no_hidden_count_of_a_row_can_be_solved(row in proptest::collection::vec(count(), 1..6)) {
        let published = suppress(&row, true);
        for (count, shown) in row.iter().zip(&published) {
            prop_assert!(!is_small(*count) || *shown == Published::Hidden);
            prop_assert!(*shown == Published::Hidden || *shown == Published::Shown(*count));
        }
        if let Published::Shown(sum) = total(&row) {
            let hidden: Vec<u32> =
                row.iter().zip(&published).filter(|(_, shown)| **shown == Published::Hidden).map(|(n, _)| *n).collect();
            let shown: u32 = row.iter().sum::<u32>() - hidden.iter().sum::<u32>();
            let solutions = fillings(hidden.len(), 1, sum, sum - shown);
            for place in 0..hidden.len() {
                prop_assert!(
                    solutions.iter().any(|solution| solution[place] != hidden[place]),
                    "{row:?} {}", written(&published)
                );
            }
        }
    }

    #[test]
    fn no_hidden_figure_of_a_small_table_can_be_solved(
        rows in (1..4usize, 1..4usize).prop_flat_map(|(height, width)| {
            proptest::collection::vec(proptest::collection::vec(count(), width), height)
        }),
    ) {
        let published = suppress_table(&rows);
        let truth = with_totals(&rows);
        let others: Vec<_> = neighbours(&published, &rows).into_iter().filter(|o| fits(&published, &rows, o)).map(|o| with_totals(&o)).collect();
        for (r, row) in with_published_totals(&published).iter().enumerate() {
            for (c, shown) in row.iter().enumerate() {
                match shown {
                    Published::Shown(count) => prop_assert!(*count == truth[r][c] && !is_small(*count)),
                    Published::Hidden => prop_assert!(
                        others.iter().any(|other| other[r][c] != truth[r][c]),
                        "row {r}, column {c} of {truth:?} can be solved: {published:?}"
                    ),
                }
            }
        }
    }
}
