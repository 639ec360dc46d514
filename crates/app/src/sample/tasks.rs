//! The table of Anytown's actions. A few plain-words fields are empty, as they are on a real board.

#[derive(Clone, Copy)]
pub(super) struct Task {
    pub key: &'static str,
    pub text: &'static str,
    pub plain: &'static str,
    pub owner: &'static str,
    /// The item that it was born of; empty where it is older than the first meeting here.
    pub item: &'static str,
    /// Days ago on which it was opened, where there is no item.
    pub opened: i64,
    /// Days ago, or to come when negative.
    pub due: i64,
    pub promise: Option<u32>,
    /// Days ago on which its owner reported it done.
    pub done: Option<i64>,
    /// The meeting at which the board closed it.
    pub closed_at: &'static str,
    pub done_plain: &'static str,
    pub withdrawn: &'static str,
    pub updates: &'static [(i64, &'static str)],
}

const fn task(
    key: &'static str,
    item: &'static str,
    owner: &'static str,
    due: i64,
    text: &'static str,
    plain: &'static str,
) -> Task {
    Task {
        key,
        text,
        plain,
        owner,
        item,
        opened: 0,
        due,
        promise: None,
        done: None,
        closed_at: "",
        done_plain: "",
        withdrawn: "",
        updates: &[],
    }
}

impl Task {
    const fn opened(mut self, ago: i64) -> Self {
        self.opened = ago;
        self
    }

    const fn serves(mut self, promise: u32) -> Self {
        self.promise = Some(promise);
        self
    }

    const fn done(mut self, ago: i64, plain: &'static str) -> Self {
        self.done = Some(ago);
        self.done_plain = plain;
        self
    }

    const fn closed(mut self, meeting: &'static str) -> Self {
        self.closed_at = meeting;
        self
    }

    const fn withdrawn(mut self, reason: &'static str) -> Self {
        self.withdrawn = reason;
        self
    }

    const fn noted(mut self, updates: &'static [(i64, &'static str)]) -> Self {
        self.updates = updates;
        self
    }
}

#[rustfmt::skip]
pub(super) const TASKS: [Task; 45] = [
    // Older than the first meeting here, closed at it.
    task("phone tree", "", "marsh", 240, "Give every carer one number for evenings", "Carers get one number for evenings.").opened(320).serves(7).done(232, "Carers have one number now.").closed("first"),
    task("chamber", "", "webb", 230, "Book the chamber for the Children in Care Council", "You get the big room in the town hall.").opened(318).serves(10).done(235, "You had the big room.").closed("first"),
    task("order", "", "webb", 210, "Put children's items first on the agenda template", "You come first at our meetings.").opened(316).serves(10).done(214, "You now come first.").closed("first"),
    task("vouchers", "", "tanner", 225, "Pay young representatives in vouchers of their choice", "You choose your voucher.").opened(310).done(220, "You choose your voucher now.").closed("first"),
    task("trip forms", "", "marsh", 200, "Let carers sign for school trips", "Carers can sign for trips.").opened(300).serves(4).done(206, "Carers can sign for school trips.").closed("first"),
    task("theatre", "", "tanner", 225, "Hold the celebration evening in the theatre", "Your celebration will be in the theatre.").opened(298).done(214, "We had it in the theatre.").closed("first"),
    task("photo rule", "", "tanner", 190, "Write one page on when a photograph may be used", "We only use your photo if you say yes.").opened(296).done(205, "We ask before we use a photo.").closed("second"),
    // The first meeting.
    task("timetable", "first school", "rahman", 150, "Report children without a full timetable to every meeting", "We will look at who is not in school.").serves(4).done(148, "We look at it at every meeting.").closed("second").noted(&[(170, "First list drawn up: eleven children.")]),
    task("laptops", "first laptops", "rahman", 120, "Hold a stock of twenty laptops and send one within five school days", "We will keep laptops ready for you.").serves(4).noted(&[(140, "Twenty bought."), (50, "The school's signature is still waited for in three cases.")]),
    task("university", "first told", "rahman", 140, "Ask every young person about university in year nine", "We will ask you about university earlier.").serves(9).done(146, "We ask in year nine now.").closed("second"),
    task("bus talk", "first told", "adeyemi", 155, "Meet the bus company about route 47", "We will talk to the bus company.").done(150, "The bus company met us. Drivers look out for you.").closed("second"),
    task("knock", "first told", "brennan", 150, "Agree with all homes and carers: knock first", "Adults will knock on your door.").serves(3).done(149, "All homes said yes: they knock.").closed("second"),
    task("band money", "first told", "tanner", 160, "Find the band's rehearsal money for another year", "The band goes on.").done(155, "The band has money for a year.").closed("second"),
    task("health date", "first programme", "webb", 150, "Invite the designated nurse in July", "").done(156, "").closed("second"),
    // The second meeting.
    task("count camhs", "second camhs", "nair", 110, "Count the wait for CAMHS from the day of asking", "We count your wait from when you ask.").serves(5).done(116, "We count from when you ask.").closed("third"),
    task("icb letter", "second camhs", "adeyemi", 120, "Write to the integrated care board about six weeks", "We will ask the health service to be faster.").serves(5).done(122, "We wrote. They answered, with no date.").closed("third"),
    task("gym passes", "second gym", "brennan", 40, "Give a leisure pass to everyone over eleven without having to ask", "Everyone over eleven gets a gym pass.").serves(5).noted(&[(60, "Passes printed."), (12, "Posted to 140 of 212 so far.")]),
    task("dentist form", "second told", "nair", 70, "Let carers register a child with a dentist by phone, in any language", "You can join a dentist by phone in your language.").serves(5).done(75, "You can join a dentist by phone.").closed("third"),
    task("words list", "second told", "tanner", 60, "Write the list of words that we stop using, with young people", "We will make a list of words to stop.").serves(10).done(30, "We made the list with you.").closed("panel"),
    task("sleep packs", "second told", "nair", 80, "Give sleep packs at every health check", "You get a sleep pack at your health check.").done(82, "You get a sleep pack.").closed("third"),
    task("letters back", "second told", "tanner", 90, "Write back to everyone who spoke in the chamber", "We will write back to you.").serves(10).done(94, "We wrote back to all of you.").closed("third"),
    task("beech plans", "second provider", "brennan", 95, "Show the Chair a plan for each child at Beech Lodge", "").done(100, "").closed("third"),
    task("drivers", "second family", "brennan", 85, "Find six drivers for family time", "We will find six drivers.").serves(6).done(88, "We have six drivers.").closed("third").noted(&[(110, "Four found."), (88, "Six found and checked.")]),
    task("sibling list", "second family", "brennan", 75, "Keep a list of family time that was cancelled, and why", "We will write down each time it is cancelled.").serves(6).done(66, "We keep a list now.").closed("third"),
    // The third meeting.
    task("ring first", "third adult", "marsh", 20, "Send no reminder before the adviser has rung", "Nobody gets a letter before a call.").serves(8).done(22, "Your adviser rings first.").closed("panel"),
    task("starter box", "third adult", "marsh", -30, "Have a starter box ready in every first home", "A box will be ready in your first home.").serves(8).noted(&[(14, "Forty boxes bought; a store is being looked for.")]),
    task("guarantor", "third tenancy", "adeyemi", -20, "Ask Cabinet to stand as guarantor for first tenancies", "We will ask to vouch for you when you rent.").serves(8).noted(&[(9, "On Cabinet's list for January.")]),
    task("savings", "third told", "marsh", -45, "Tell everyone over sixteen what is in their savings account", "We will tell you your savings.").serves(8),
    task("driving", "third told", "adeyemi", 15, "Work out what driving lessons for care leavers would cost", "We will see if we can pay for driving lessons.").serves(9).done(16, "We worked it out. We can pay for ten lessons.").closed("panel"),
    task("locks", "", "brennan", 150, "Fit working locks on every bedroom door at Elm Lodge", "Every door will lock.").opened(235).serves(3).noted(&[(40, "Doors ordered."), (15, "Delivered; a fitter is booked.")]),
    task("box key", "third told", "brennan", 30, "Empty the complaints boxes weekly, by somebody from outside the home", "Somebody from outside opens the box each week.").serves(3).done(32, "Jess opens the box each week.").closed("panel"),
    task("garden", "third told", "brennan", -60, "Agree with young people on a place of their own in the garden", "You will get your own place in the garden.").serves(3).noted(&[(13, "They have chosen a shed. It is to be blue.")]),
    task("four pages", "third report", "brennan", -2, "Bring the next placements report on four pages", "").serves(2).done(3, ""),
    task("councils agree", "third serious", "marsh", -130, "Review the agreement between the two councils in six months", ""),
    // The children's panel.
    task("no lessons", "panel reviews", "marsh", -42, "Hold no review in lesson time", "Reviews will not be in lessons.").serves(1).noted(&[(4, "Reviewing officers told; diaries open until half past six from next term.")]),
    task("invite list", "panel reviews", "tanner", -14, "Ask each child before each review who should be there", "You say who comes.").serves(1).done(2, "We ask you now who should come."),
    task("interpreters", "panel told", "tanner", -25, "Let young people choose their interpreter", "You can choose your interpreter.").serves(1),
    task("picture cards", "panel told", "tanner", -6, "Buy picture cards for reviews", "We will have picture cards.").serves(1).done(1, "We have picture cards."),
    task("sign words", "panel words", "webb", -1, "Put the list of words on the inside of every agenda", "The list of words is in every agenda.").serves(10).done(5, "The words are in every agenda."),
    task("one page plan", "panel told", "rahman", -70, "Write education plans on one page", "Your school plan will fit on one page.").serves(4),
    // Older, not yet closed, or withdrawn.
    task("night card", "", "tanner", -9, "Print a card with the night number for every child", "You get a card with the night number.").opened(150).serves(7),
    task("savings leaflet", "", "marsh", 130, "Write a leaflet on savings", "").opened(260).withdrawn("The council now tells each young person in person; a leaflet is not needed."),
    task("app", "", "webb", 160, "Buy an app for young people's complaints", "").opened(290).withdrawn("Young people said that they would not use it."),
    task("minibus", "", "brennan", 120, "Share a minibus with the youth service for family time", "").opened(240).withdrawn("Six drivers with their own cars do it better."),
    task("foster homes", "", "brennan", -80, "Find thirty more foster homes near here", "We will find thirty more foster homes.").opened(200).serves(2).noted(&[(100, "Seven found."), (20, "Twelve found.")]),
];
