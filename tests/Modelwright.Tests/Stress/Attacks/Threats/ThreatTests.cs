using CsCheck;
using Modelwright.Core.Data;
using Modelwright.Stress.Attacks.Rows;
using Modelwright.Stress.Attacks.Threats;

namespace Modelwright.Tests.Stress.Attacks.Threats;

public sealed class ThreatTests
{
    private static readonly Schema Schema = new(
    [
        new("age", ColumnType.Number),
        new("income", ColumnType.Number),
        new("plan", ColumnType.Category) { Levels = ["basic", "plus", "pro"] },
        new("note", ColumnType.Text),
        new("since", ColumnType.Time),
    ]);

    private static readonly Threat Threat = new(
    [
        new() { Name = "age", Direction = ThreatDirection.Up, Step = 1, Maximum = 90, Cost = 0.5 },
        new() { Name = "income" , Minimum = 0 },
        new() { Name = "plan", Levels = ["pro"], Cost = 2 },
        new() { Name = "note" },
        new() { Name = "since", Step = 1, Cost = 0.1 },
    ])
    { Rules = [new("age") { AtMost = "income" }] };

    private static Table Row(double age = 40, double income = 60, string? plan = "basic", string? note = "it works", int day = 1, double hours = 10.5) => new(
    [
        new NumberColumn("age", [age]),
        new NumberColumn("income", [income]),
        CategoryColumn.FromTexts("plan", [plan]),
        new TextColumn("note", [note]),
        new TimeColumn("since", [new DateTime(2026, 1, day, 0, 0, 0, DateTimeKind.Utc).AddHours(hours).Ticks]),
    ]);

    private static Table Before() => Row() is var row ? row.With(new CategoryColumn("plan", ["basic", "plus", "pro"], [0])) : row;

    private static string Broken(Table after) => string.Join(' ', Threat.Broken(Schema, Before(), 0, after));

    [Fact]
    public void Broken_AllowedChanges_None() => Assert.Equal("", Broken(Row(age: 41, income: 50.25, plan: "pro", note: "it was", day: 9)));

    [Fact]
    public void Broken_EachFault_IsSaid()
    {
        Assert.Equal("'age' cannot become '39'.", Broken(Row(age: 39)));
        Assert.Equal("'age' cannot become '41.5'.", Broken(Row(age: 41.5)));
        Assert.Equal("'age' cannot become '91'. 'age' must be at most 'income'.", Broken(Row(age: 91)));
        Assert.Equal("'income' cannot become '-1'. 'age' must be at most 'income'.", Broken(Row(income: -1)));
        Assert.Equal("'plan' cannot become 'plus'.", Broken(Row(plan: "plus")));
        Assert.Equal("'plan' cannot become ''.", Broken(Row(plan: null)));
        Assert.Equal("'note' cannot become ''.", Broken(Row(note: null)));
        Assert.Equal("'since' cannot become '2026-01-01T12:00:00'.", Broken(Row(hours: 12)));
        Assert.Equal("'age' must be at most 'income'.", Broken(Row(income: 39)));
    }

    [Fact]
    public void Broken_WhatIsNotNamed_CannotBeChanged() =>
        Assert.Equal(["'age' cannot be changed, and is '41'."], new Threat([]).Broken(Schema, Before(), 0, Row(age: 41)));

    [Fact]
    public void Broken_RuleThatTheRowBrokeBefore_BindsWhatIsChanged()
    {
        var before = Before().With(new NumberColumn("income", [30]));

        Assert.Empty(Threat.Broken(Schema, before, 0, Row(income: 30, plan: "pro")));
        Assert.Equal(["'age' must be at most 'income'."], Threat.Broken(Schema, before, 0, Row(income: 35)));
    }

    [Fact]
    public void Cost_IsTheSumOverColumns()
    {
        Assert.Equal(0, Threat.Cost(Schema, Before(), 0, Row()));
        Assert.Equal((0.5 * 2) + 10 + 2 + 1 + 0.3, Threat.Cost(Schema, Before(), 0, Row(age: 42, income: 50, plan: "pro", note: "it broke", day: 4)), 9);
        Assert.Equal(double.PositiveInfinity, Threat.Cost(Schema, Before(), 0, Row(age: 39)));
    }

    [Theory]
    [InlineData("a b c", "a b c", 0)]
    [InlineData("a b c", "a x c", 1)]
    [InlineData("a b c", "a c", 1)]
    [InlineData("a b c", "b a c", 2)]
    [InlineData("a b c", "a  b c", 1)]
    [InlineData("", "new words", 2)]
    [InlineData("one two three four", "zero one two four five", 3)]
    public void Words_Changed_AreCounted(string before, string after, int words) => Assert.Equal(words, Words.Changed(before, after));

    [Fact]
    public void Draft_SaysWhatTheRowsShow()
    {
        Table rows = new(
        [
            new NumberColumn("age", [20, 40, double.NaN]),
            new NumberColumn("income", [0.5, 0.5, 0.5]),
            new CategoryColumn("plan", ["basic", "plus", "pro"], [0, 1, 2]),
            new TextColumn("note", ["a", "b", null]),
            new TimeColumn("since", [TimeSpan.TicksPerDay * 10, TimeSpan.TicksPerDay * 14, TimeColumn.Missing]),
        ]);

        var draft = Threat.Draft(Schema, rows);

        Assert.Equal(1, draft.Budget);
        Assert.Equal(new ThreatColumn { Name = "age", Minimum = 20, Maximum = 40, Step = 1, Cost = 0.1 }, draft.Columns[0]);
        Assert.Equal(new ThreatColumn { Name = "income", Mutable = false }, draft.Columns[1]);
        Assert.Equal(new ThreatColumn { Name = "plan" }, draft.Columns[2]);
        Assert.Equal(new ThreatColumn { Name = "note" }, draft.Columns[3]);
        Assert.Equal(new ThreatColumn { Name = "since", Minimum = 10, Maximum = 14, Step = 1, Cost = 0.5 }, draft.Columns[4]);
    }

    [Fact]
    public void Draft_ListsAndPlaces_StayAsTheyAre()
    {
        Schema schema = new([new("tags", ColumnType.Text) { Kind = ColumnKind.List, ListSeparator = "," }]);

        Assert.False(Threat.Draft(schema, new([new TextColumn("tags", ["a,b", "c"])])).Columns[0].Mutable);
    }

    [Fact]
    public void NumberReach_NearestOfBounds_IsAllowedAndNoneIsNearer() => Gen.Select(Gen.Int[-20, 20], Gen.Int[-30, 30], Gen.Int[0, 20], Gen.Int[0, 4]).Sample((own, low, width, step) =>
    {
        NumberReach reach = new(own / 2.0, 0.7, -8, 9, step / 2.0);
        var (from, to) = (low / 3.0, (low + width) / 3.0);
        var nearest = reach.Nearest(from, to);
        double[] allowed = [.. Enumerable.Range(-4000, 8001).Select(place => place / 200.0).Append(from).Append(to).Where(value => value >= from && value <= to && reach.Allows(value))];

        Assert.Equal(allowed.Length == 0, double.IsNaN(nearest));
        Assert.True(double.IsNaN(nearest) || (reach.Allows(nearest) && nearest >= from && nearest <= to && reach.Cost(nearest) <= allowed.Min(reach.Cost) + 1e-9));
    });

    [Fact]
    public void NumberReach_Toward_IsAllowedAndNotBeyond() => Gen.Select(Gen.Int[-20, 20], Gen.Int[-60, 60], Gen.Int[0, 4]).Sample((own, wanted, step) =>
    {
        NumberReach reach = new(own / 2.0, 1, -8, 9, step / 2.0);
        var value = reach.Toward(wanted / 3.0);

        Assert.True(reach.Allows(value));
        Assert.True(Math.Abs(value - reach.Own) <= Math.Abs((wanted / 3.0) - reach.Own) + 1e-12 || value == reach.Own);
    });
}
