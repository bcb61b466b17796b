using CsCheck;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Features;
using Modelwright.Features.Named;
using Modelwright.Runtime.Steps;
using Modelwright.Runtime.Steps.Categories.Ordered;
using Modelwright.Runtime.Steps.Numbers;
using Modelwright.Runtime.Steps.Together;

namespace Modelwright.Tests.Features;

/// <summary>What may stand in --steps, and what is said of the rest.</summary>
public sealed class NamedStepsTests
{
    private const string Remedy = "Write it as in \"clip:income,arithmetic:income/debt(operations=ratio)\"; a name with one of ,+/:;()=' in it stands in single quotes.";

    private static string Fault(string text) => Assert.Throws<OptionsException>(() => NamedSteps.Parse(text)).Message;

    [Fact]
    public void Parse_StepsColumnsPairsAndOptions_AsWritten()
    {
        var steps = NamedSteps.Parse(" clip : income + debt ( lower = 0.1 ; upper=0.9 ), arithmetic:income/debt(operations=ratio) ,scale").Steps;

        var clip = Assert.IsType<Clip>(steps[0]);
        Assert.Equal((0.1, 0.9), (clip.Lower, clip.Upper));
        Assert.Equal(["income", "debt"], clip.Columns);
        var arithmetic = Assert.IsType<Arithmetic>(steps[1]);
        Assert.Equal([new ColumnPair("income", "debt")], arithmetic.Pairs);
        Assert.Equal(ArithmeticOperations.Ratio, arithmetic.Operations);
        Assert.Null(Assert.IsType<Scale>(steps[2]).Columns);
    }

    [Fact]
    public void Parse_NameInQuotes_SignsAndQuotesKept() =>
        Assert.Equal(["a, b/c:(d)", "it's"], Assert.IsType<Scale>(NamedSteps.Parse("scale:'a, b/c:(d)'+'it''s'").Steps[0]).Columns);

    [Fact]
    public void Parse_AnyColumnNames_ComeBack() => Gen.String[1, 12].Array[1, 4].Sample(names =>
    {
        var text = "scale:" + string.Join('+', names.Select(name => $"'{name.Replace("'", "''", StringComparison.Ordinal)}'"));
        return ((Scale)NamedSteps.Parse(text).Steps[0]).Columns!.SequenceEqual(names, StringComparer.Ordinal);
    });

    [Fact]
    public void Parse_AnyText_StepsOrAnError() => Gen.String[Gen.Char["clipsae:,+/()='; \0é"], 0, 30].Sample(text =>
    {
        try
        {
            NamedSteps.Parse(text);
        }
        catch (OptionsException error)
        {
            Assert.All(error.Message.Split('\n'), line => Assert.StartsWith("--steps", line, StringComparison.Ordinal));
        }
    });

    [Fact]
    public void Parse_NothingOrAVariant_NoSteps()
    {
        Assert.Same(NamedSteps.None, NamedSteps.Parse(null));
        Assert.Same(NamedSteps.None, NamedSteps.Parse("  "));
        Assert.Equal([FeatureVariant.Plain], NamedSteps.Parse("plain").Variants);
        Assert.Empty(NamedSteps.Parse("plain").Steps);
    }

    [Fact]
    public void Parse_PairsNamedAndToBeFound_SaysSo() => Assert.Equal(
        "--steps, 'arithmetic:a/b(most=3)': most says how many results to find among all numbers, and the pairs are named. Leave out one of them.",
        Assert.Throws<OptionsException>(() => NamedSteps.Parse("arithmetic:a/b(most=3)")).Message);

    [Fact]
    public void Parse_OrderedTarget_ColumnsPairsAndOptions()
    {
        var step = Assert.IsType<OrderedTarget>(NamedSteps.Parse("ordered_target:city+plan/code(pairs=4;smoothing=2;least=5;keep=yes)").Steps.Single());

        Assert.Equal(["city"], step.Columns!);
        Assert.Equal([new("plan", "code")], step.Pairs);
        Assert.Equal((4, 2, 5, true), (step.MostPairs, step.Smoothing, step.MinCount, step.KeepsInputs));
        Assert.Null(Assert.IsType<OrderedTarget>(NamedSteps.Parse("ordered_target").Steps.Single()).Columns);
    }

    [Fact]
    public void Parse_SeveralFaults_SaysAll() => Assert.Equal(
        """
        --steps, 'klip:a': there is no step 'klip'. Did you mean 'clip'? There are: arithmetic, bins, clip, coordinates, cyclic, date_parts, frequency, group_aggregates, hashing, holidays, impute, levels, lists, ngrams, one_hot, ordered_target, ordinal, power, projection, quantile, rare_levels, scale, target_encoding, text_statistics, tf_idf; and the ways to make all features: standard, category_statistics, number_pairs, target_encoded, plain, dirty_categories, aggregates, normal_scores.
        --steps, 'clip:a(lowr=1;upper=2;upper=x)': there is no option 'lowr'. Did you mean 'lower'? There are: lower, upper.
        --steps, 'clip:a(lowr=1;upper=2;upper=x)': upper must be a number from 0 to 1. Got '2'. Change it, or leave it out for its default.
        --steps, 'clip:a(lowr=1;upper=2;upper=x)': upper must be a number from 0 to 1. Got 'x'. Change it, or leave it out for its default.
        --steps, 'clip:a(lowr=1;upper=2;upper=x)': option 'upper' stands 2 times. Keep one of them.
        --steps, 'quantile:a/b(shape=normall)': 'quantile' takes single columns, not the pair 'a/b'. Write the columns with + between them.
        --steps, 'quantile:a/b(shape=normall)': shape is 'normall', which is not known. Did you mean 'normal'? There are: uniform, normal.
        --steps, 'arithmetic:a': 'arithmetic' takes pairs of columns, not 'a' alone. Write both with / between them.
        --steps, 'bins(count=2.5)': count must be a whole number from 2 to 1000. Got '2.5'. Change it, or leave it out for its default.
        --steps, 'power(keep=yes)': there is no option 'keep'. 'power' has none.
        --steps, 'plain:a': 'plain' is a way to make all features and takes no columns or options. Write its name alone.
        """.ReplaceLineEndings("\n"),
        Fault("klip:a,clip:a(lowr=1;upper=2;upper=x),quantile:a/b(shape=normall),arithmetic:a,bins(count=2.5),power(keep=yes),plain:a"));

    [Theory]
    [InlineData("clip:a(lower=0.9;upper=0.1)", "lower is 0.9 and upper 0.1")]
    [InlineData("clip(lower=0.5;upper=0.5)", "lower is 0.5 and upper 0.5")]
    [InlineData("clip(lower=0.999)", "lower is 0.999 and upper 0.995 (its default)")]
    [InlineData("clip(upper=0.001)", "lower is 0.005 (its default) and upper 0.001")]
    public void Parse_SettingsThatContradictEachOther_SaysSoWithTheOtherFaults(string text, string fault) => Assert.Equal(
        $"--steps, '{text}': {fault}, so nothing lies between them. Make upper the larger of the two.\n--steps, 'power(keep=yes)': there is no option 'keep'. 'power' has none.",
        Fault($"{text},power(keep=yes)"));

    [Fact]
    public void Parse_SettingsOfWhichOneIsOutOfRange_SaysOnlyThat() => Assert.Equal(
        "--steps, 'clip(lower=5;upper=1)': lower must be a number from 0 to 1. Got '5'. Change it, or leave it out for its default.",
        Fault("clip(lower=5;upper=1)"));

    [Theory]
    [InlineData("clip:", "--steps cannot be read: a column was expected at the end. ")]
    [InlineData(",clip", "--steps cannot be read: a step was expected at character 1, where ',' stands. ")]
    [InlineData("clip:a b)", "--steps cannot be read: ',' was expected at character 9, where ')' stands. ")]
    [InlineData("clip(lower)", "--steps cannot be read: '=' was expected at character 11, where ')' stands. ")]
    [InlineData("clip(lower=0.1", "--steps cannot be read: ')' was expected at the end. ")]
    [InlineData("clip:'a", "--steps cannot be read: the quote at character 6 is not closed. ")]
    public void Parse_BrokenText_SaysWhere(string text, string fault) => Assert.Equal(fault + Remedy, Fault(text));

    [Fact]
    public void Parse_TwoBrokenSteps_SaysBoth() => Assert.Equal(
        $"--steps cannot be read: a column was expected at character 6, where ',' stands. {Remedy}\n--steps cannot be read: a column was expected at the end. {Remedy}",
        Fault("clip:,scale:a+"));

    [Fact]
    public void Kinds_EveryListedStep_CanBeNamed() => Assert.Equal(
        BuiltInSteps.All.Select(reader => reader.Name).Order(StringComparer.Ordinal),
        StepKinds.All.Select(kind => kind.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Try_ColumnsAbsentAndOfAnotherType_SaysAll()
    {
        var rows = new Table([new NumberColumn("income", [1]), new TextColumn("note", ["a"])]);

        var error = Assert.Throws<OptionsException>(() =>
            NamedSteps.Parse("clip:incom+note,bins:income,group_aggregates:income/city").Try(rows, null, TestContext.Current.CancellationToken));

        Assert.Equal(
            """
            --steps, 'clip:incom+note': there is no feature column 'incom'. Did you mean 'income'? Check the spelling (case matters), and that it is neither ignored nor used up by a step before.
            --steps, 'clip:incom+note': column 'note' is of type text; 'clip' takes number. Name another column, or give it that type with --types.
            --steps, 'group_aggregates:income/city': column 'income' is of type category; 'group_aggregates' takes number. Name another column, or give it that type with --types.
            --steps, 'group_aggregates:income/city': there is no feature column 'city'. There are: 'income', 'note'. Check the spelling (case matters), and that it is neither ignored nor used up by a step before.
            """.ReplaceLineEndings("\n"),
            error.Message);
    }

    [Fact]
    public void Try_WhatOnlyTheStepCanTell_ComesWithTheOtherFaults()
    {
        var rows = new Table([.. Enumerable.Range(0, 12).Select(column => new NumberColumn($"x{column}", [1, 2]))]);

        var error = Assert.Throws<OptionsException>(() => NamedSteps.Parse("arithmetic,coordinates,clip:y").Try(rows, null, TestContext.Current.CancellationToken));

        Assert.Equal(
            """
            --steps, 'arithmetic': Step 'arithmetic' was told no pairs, and the table has 66 of two numbers; at most 50 are taken unasked. Name the pairs.
            --steps, 'coordinates': Step 'coordinates' was told no columns, and the table has 12 number columns instead of two. Name latitude and longitude.
            --steps, 'clip:y': there is no feature column 'y'. There are: 'x0', 'x1', 'x2', 'x3', 'x4', 'x5', 'x6', 'x7', 'x8', 'x9', 'x10', 'x11'. Check the spelling (case matters), and that it is neither ignored nor used up by a step before.
            """.ReplaceLineEndings("\n"),
            error.Message);
    }

    [Fact]
    public void Try_ColumnOfAStepBefore_IsThere()
    {
        var rows = new Table([new NumberColumn("a", [1, 2]), new NumberColumn("b", [3, 4])]);

        var made = NamedSteps.Parse("arithmetic:a/b(operations=sum),scale:'a+b'").Try(rows, null, TestContext.Current.CancellationToken);

        Assert.Equal(["a", "b", "a+b"], made.Names);
        Assert.Equal([-1, 1], Enumerable.Range(0, 2).Select(((NumberColumn)made["a+b"]).Values.At));
    }
}
