using Modelwright.Core.Data;
using Modelwright.Runtime.Steps;
using Modelwright.Runtime.Steps.Categories;
using Modelwright.Runtime.Steps.Categories.Ordered;
using Modelwright.Runtime.Steps.Categories.Spelling;
using Modelwright.Runtime.Steps.Filling;
using Modelwright.Runtime.Steps.Lists;
using Modelwright.Runtime.Steps.Numbers;
using Modelwright.Runtime.Steps.Places;
using Modelwright.Runtime.Steps.Texts;
using Modelwright.Runtime.Steps.Texts.Projecting;
using Modelwright.Runtime.Steps.Times;
using Modelwright.Runtime.Steps.Times.Calendars;
using Modelwright.Runtime.Steps.Together;
using Modelwright.Testing.Steps;

namespace Modelwright.Runtime.Tests.Steps;

/// <summary>Every listed step, with sample settings, through the contract.</summary>
public sealed class StepContractTests
{
    private static readonly (string Settings, StepSample Sample)[] Samples =
    [
        ("defaults", new(new Impute())),
        ("mean, most frequent", new(new Impute { Numbers = NumberFill.Mean, Categories = CategoryFill.MostFrequent })),
        ("without indicators", new(new Impute { Indicators = false }) { IsIdempotent = true }),
        ("numbers only", new(new Impute { FillsCategories = false })),
        ("defaults", new(new Scale())),
        ("defaults", new(new Clip()) { IsIdempotent = true }),
        ("wide", new(new Clip { Lower = 0.2, Upper = 0.7 }) { IsIdempotent = true }),
        ("uniform", new(new QuantileScores())),
        ("normal", new(new QuantileScores { Shape = ScoreShape.Normal, Knots = 7 })),
        ("defaults", new(new Power())),
        ("category", new(new Bins())),
        ("ordered", new(new Bins { Count = 3, Ordered = true })),
        ("defaults", new(new Levels()) { IsIdempotent = true }),
        ("defaults", new(new RareLevels()) { IsIdempotent = true }),
        ("few", new(new RareLevels { MinCount = 15, MaxLevels = 3 }) { IsIdempotent = true }),
        ("defaults", new(new OneHot())),
        ("few", new(new OneHot { MaxLevels = 2, MinCount = 3 })),
        ("defaults", new(new Ordinal())),
        ("number", new(new TargetEncoding()) { IsOutOfFold = true }),
        ("classes", new(new TargetEncoding { KeepsInputs = true, Folds = 3 }) { IsOutOfFold = true, Target = Classes }),
        ("number", new(new OrderedTarget()) { IsOutOfFold = true }),
        ("classes", new(new OrderedTarget { KeepsInputs = false, MinCount = 1, Smoothing = 1 }) { IsOutOfFold = true, Target = Classes }),
        ("pairs and codes", new(new OrderedTarget { Columns = ["city", "Größe ✓"], Pairs = [new("city", "grade"), new("grade", "Größe ✓")] }) { IsOutOfFold = true }),
        ("share", new(new Frequency())),
        ("count", new(new Frequency { Counts = true, KeepsInputs = true })),
        ("defaults", new(new Hashing())),
        ("kept", new(new Hashing { Width = 3, KeepsInputs = true })),
        ("weights", new(new Ngrams())),
        ("min-hash", new(new Ngrams { Method = NgramMethod.MinHash, Size = 2, Width = 6, KeepsInputs = true })),
        ("defaults", new(new Projection())),
        ("kept", new(new Projection { Width = 2, MaxTerms = 6, MinDocuments = 1, KeepsInputs = true })),
        ("defaults", new(new TfIdf { MinDocuments = 1 })),
        ("words", new(new TfIdf { MaxTerms = 5, Pairs = false, Sublinear = false })),
        ("defaults", new(new TextStatistics())),
        ("kept", new(new TextStatistics { KeepsInputs = true })),
        ("defaults", new(new DateParts())),
        ("defaults", new(new Cyclic())),
        ("kept", new(new Cyclic { KeepsInputs = true })),
        ("no country", new(new Holidays())),
        ("country", new(new Holidays { Country = "DE", KeepsInputs = true })),
        ("defaults", new(new Coordinates())),
        ("text", new(new Coordinates { Columns = ["note"], KeepsInputs = false })),
        ("defaults", new(new ListItems())),
        ("json", new(new ListItems { Separator = "json", MaxItems = 2, MinCount = 1 })),
        ("defaults", new(new GroupAggregates())),
        ("plain", new(new GroupAggregates { Smoothing = 0, Pairs = [new("amount", "city")] })),
        ("defaults", new(new Arithmetic())),
        ("all", new(new Arithmetic { Operations = (ArithmeticOperations)15 })),
    ];

    public static TheoryData<string, string, string> Cases()
    {
        var cases = new TheoryData<string, string, string>();
        foreach (var (settings, sample) in Samples)
        {
            foreach (var check in StepSuite.Checks(sample, BuiltInSteps.Catalog))
            {
                cases.Add(check.Subject, settings, check.Name);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Contract_EveryStep_Holds(string step, string settings, string check)
    {
        var sample = Samples.Single(sample => sample.Settings == settings && sample.Sample.Step.Name == step).Sample;

        StepSuite.Checks(sample, BuiltInSteps.Catalog).Single(one => one.Name == check).Run();
    }

    [Fact]
    public void Samples_EveryListedStep_HasOne() =>
        Assert.Equal(
            BuiltInSteps.All.Select(reader => reader.Name).Order(StringComparer.Ordinal),
            Samples.Select(sample => sample.Sample.Step.Name).Distinct().Order(StringComparer.Ordinal));

    private static CategoryColumn Classes(Table rows)
    {
        var codes = new int[rows.RowCount];
        for (var row = 0; row < codes.Length; row++)
        {
            codes[row] = row * 7 % 3;
        }

        return new("target", ["no", "perhaps", "yes"], codes);
    }
}
