using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Recording;
using Modelwright.Tests.Data;
using Modelwright.Validation;
using Modelwright.Validation.Schemes;

namespace Modelwright.Tests.Validation.Schemes;

public sealed class SchemeFaultsTests
{
    [Fact]
    public void Of_Faults_AreToldTogether() => Assert.Equal(
        [
            "Validation must be one of: auto, holdout, nested, repeated, leave_one_out, time_forward. Did you mean 'nested'? Got 'nestd'.",
            "Repeats are for validation 'repeated', not 'nestd'. Leave out --repeats, or name --validation repeated.",
            "Repeats must be from 2 to 20. Got 1. Three to ten are usual.",
            "--gap must be a distance above 0. Got '7 days'. Write a number and a unit, s, m, h, d or w, such as 7d; 100rows for rows; a number alone where times are numbers.",
        ],
        SchemeFaults.Of(new() { Scheme = "nestd", Repeats = 1, Gap = "7 days" }, folds: null));

    [Fact]
    public void Of_FoldsBesideLeavingOneOut_AreRefused() => Assert.Equal(
        ["Leaving one out has a split for each row or group, so a number of folds has no use. Leave out --folds, or name another --validation."],
        SchemeFaults.Of(new() { Scheme = "leave_one_out" }, folds: 5));

    [Theory]
    [InlineData("time_forward", false, "Validation 'time_forward' needs to know when each row happened, but no column has the role time. Name it with --time, or choose another --validation.")]
    [InlineData("repeated", true, "Validation 'repeated' would train on rows that came after those it tests, as a column has the role time. Choose time_forward or nested, or give the column another role.")]
    [InlineData("leave_one_out", true, "Validation 'leave_one_out' would train on rows that came after those it tests, as a column has the role time. Choose time_forward or nested, or give the column another role.")]
    public void Check_SchemeThatMakesNoSense_SaysWhich(string scheme, bool hasTime, string expected) =>
        Assert.Equal(expected, Refusal(new() { Scheme = scheme }, Rows(100, hasTime)));

    [Fact]
    public void Check_GapWithoutTimes_IsRefused() => Assert.Equal(
        "A gap or embargo is a distance in time, but no column has the role time. Name it with --time, or leave out --gap and --embargo.",
        Refusal(new() { Gap = "7d" }, Rows(100, hasTime: false)));

    [Fact]
    public void Check_LeavingOutEachOfManyRows_IsRefused() => Assert.Equal(
        "Leaving one out would fit 501 models for each setting, 500 at most. Choose --validation repeated, which tells as much for many rows.",
        Refusal(new() { Scheme = "leave_one_out" }, Rows(501, hasTime: false)));

    [Fact]
    public void Check_HoldoutOfFewRows_IsRefused() => Assert.Equal(
        "A sealed holdout of 40 rows tells nothing; 50 rows at least are needed. Choose --validation nested, repeated or leave_one_out.",
        Refusal(new() { Scheme = "holdout" }, Rows(40, hasTime: false)));

    private static string Refusal(ValidationPlan told, LabelledRows rows) => Assert.Throws<OptionsException>(() => SchemeFaults.Check(told, rows)).Message;

    private static LabelledRows Rows(int count, bool hasTime)
    {
        var rows = SmallTables.LabelledClasses(count);
        return hasTime ? rows with { Schema = new([.. rows.Schema.Columns.Select(spec => spec.Name == "age" ? spec with { Role = ColumnRole.Time } : spec)]) } : rows;
    }
}
