using Modelwright.Core.Data;
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

namespace Modelwright.Features.Named;

/// <summary>The steps that --steps can name: one entry a step.</summary>
internal static class StepKinds
{
    private const int Many = 1_000_000;
    private static readonly ColumnType[] Number = [ColumnType.Number];
    private static readonly ColumnType[] Category = [ColumnType.Category];
    private static readonly ColumnType[] Coded = [ColumnType.Category, ColumnType.Number];
    private static readonly ColumnType[] Spelled = [ColumnType.Category, ColumnType.Text];
    private static readonly ColumnType[] Text = [ColumnType.Text];
    private static readonly ColumnType[] Time = [ColumnType.Time];
    private static readonly StepOption Keep = StepOption.Flag("keep");

    /// <summary>The list.</summary>
    internal static IReadOnlyList<StepKind> All { get; } =
    [
        new("impute", [ColumnType.Number, ColumnType.Category],
            told => new Impute { Columns = told.Columns, Numbers = told.Find("numbers") == "mean" ? NumberFill.Mean : NumberFill.Median, Indicators = told.Flag("indicators", true) },
            StepOption.Word("numbers", "median", "mean"), StepOption.Flag("indicators")),
        new("scale", Number, told => new Scale { Columns = told.Columns }),
        new("clip", Number,
            told => new Clip { Columns = told.Columns, Lower = told.Number("lower", 0.005), Upper = told.Number("upper", 0.995) },
            StepOption.Number("lower", 0, 1), StepOption.Number("upper", 0, 1))
        {
            Contradiction = told => told.Number("lower", 0.005) < told.Number("upper", 0.995) ? null
                : $"lower is {told.Shown("lower", 0.005)} and upper {told.Shown("upper", 0.995)}, so nothing lies between them. Make upper the larger of the two.",
        },
        new("quantile", Number,
            told => new QuantileScores { Columns = told.Columns, Knots = told.Whole("knots", 1000), Shape = told.Find("shape") == "normal" ? ScoreShape.Normal : ScoreShape.Uniform },
            StepOption.Whole("knots", 2, 10_000), StepOption.Word("shape", "uniform", "normal")),
        new("power", Number, told => new Power { Columns = told.Columns }),
        new("bins", Number,
            told => new Bins { Columns = told.Columns, Count = told.Whole("count", 10), Ordered = told.Flag("ordered", false) },
            StepOption.Whole("count", 2, 1000), StepOption.Flag("ordered")),
        new("levels", Category, told => new Levels { Columns = told.Columns }),
        new("rare_levels", Category,
            told => new RareLevels { Columns = told.Columns, MinCount = told.Whole("least", 5), MaxLevels = told.Whole("most", int.MaxValue) },
            StepOption.Whole("least", 1, Many), StepOption.Whole("most", 1, Many)),
        new("one_hot", Category,
            told => new OneHot { Columns = told.Columns, MinCount = told.Whole("least", 1), MaxLevels = told.Whole("most", 30) },
            StepOption.Whole("least", 1, Many), StepOption.Whole("most", 1, 10_000)),
        new("ordinal", Category, told => new Ordinal { Columns = told.Columns }),
        new("target_encoding", Category,
            told => new TargetEncoding { Columns = told.Columns, Smoothing = told.NumberOrNone("smoothing"), Folds = told.Whole("folds", 5), KeepsInputs = told.Keeps },
            StepOption.Number("smoothing", 0, Many), StepOption.Whole("folds", 2, 255), Keep),
        new("ordered_target", Coded,
            told => new OrderedTarget
            {
                Columns = told.Columns, Pairs = told.Pairs ?? [], MostPairs = told.Whole("pairs", 0), Smoothing = told.NumberOrNone("smoothing"), MinCount = told.Whole("least", 2), KeepsInputs = told.Keeps,
            },
            StepOption.Whole("pairs", 0, OrderedTarget.MostFoundPairs), StepOption.Number("smoothing", 0, Many), StepOption.Whole("least", 1, Many), Keep) { PairTypes = (Coded, Coded) },
        new("frequency", Category, told => new Frequency { Columns = told.Columns, Counts = told.Flag("counts", false), KeepsInputs = told.Keeps }, StepOption.Flag("counts"), Keep),
        new("hashing", Spelled, told => new Hashing { Columns = told.Columns, Width = told.Whole("width", 32), KeepsInputs = told.Keeps }, StepOption.Whole("width", 1, 4096), Keep),
        new("ngrams", Spelled,
            told => new Ngrams { Columns = told.Columns, Size = told.Whole("size", 3), Width = told.Whole("width", 30), Method = told.Find("method") == "min_hash" ? NgramMethod.MinHash : NgramMethod.Weights, KeepsInputs = told.Keeps },
            StepOption.Whole("size", 2, 10), StepOption.Whole("width", 1, 1000), StepOption.Word("method", "weights", "min_hash"), Keep),
        new("text_statistics", Text, told => new TextStatistics { Columns = told.Columns, KeepsInputs = told.Keeps }, Keep),
        new("tf_idf", Text,
            told => new TfIdf { Columns = told.Columns, MaxTerms = told.Whole("most", 200), MinDocuments = told.Whole("least", 3), Pairs = told.Flag("pairs", true) },
            StepOption.Whole("most", 1, 10_000), StepOption.Whole("least", 1, Many), StepOption.Flag("pairs")),
        new("projection", Text,
            told => new Projection { Columns = told.Columns, Width = told.Whole("width", 32), MaxTerms = told.Whole("most", 2000), MinDocuments = told.Whole("least", 3), KeepsInputs = told.Keeps },
            StepOption.Whole("width", 1, 256), StepOption.Whole("most", 1, 20_000), StepOption.Whole("least", 1, Many), Keep),
        new("date_parts", Time, told => new DateParts { Columns = told.Columns }),
        new("cyclic", Time, told => new Cyclic { Columns = told.Columns, KeepsInputs = told.Keeps }, Keep),
        new("holidays", Time,
            told => new Holidays { Columns = told.Columns, Country = told.Find("country"), KeepsInputs = told.Keeps },
            StepOption.Word("country", [.. Holidays.KnownCountries]), Keep),
        new("coordinates", Text,
            told => new Coordinates { Pairs = told.Pairs, Columns = told.Columns, Centres = told.Whole("centres", 5), KeepsInputs = told.Flag("keep", told.Columns is not { Count: > 0 }) },
            StepOption.Whole("centres", 0, 100), Keep) { PairTypes = (Number, Number) },
        new("lists", Spelled,
            told => new ListItems { Columns = told.Columns, Separator = Separators[told.Find("separator") ?? "comma"], MaxItems = told.Whole("most", 30), MinCount = told.Whole("least", 3) },
            StepOption.Word("separator", "comma", "semicolon", "bar", "json"), StepOption.Whole("most", 0, 10_000), StepOption.Whole("least", 1, Many)),
        new("group_aggregates", [], told => new GroupAggregates { Pairs = told.Pairs, Smoothing = told.Number("smoothing", 10) }, StepOption.Number("smoothing", 0, Many))
        {
            PairTypes = (Number, Category),
        },
        new("arithmetic", [], told => new Arithmetic { Pairs = told.Pairs, Operations = Operations[told.Find("operations") ?? "both"], Most = told.Whole("most", 0) },
            StepOption.Word("operations", [.. Operations.Keys]), StepOption.Whole("most", 0, Arithmetic.MostPairs))
        {
            Contradiction = told => told.Pairs is { Count: > 0 } && told.Whole("most", 0) > 0
                ? "most says how many results to find among all numbers, and the pairs are named. Leave out one of them."
                : null,
            PairTypes = (Number, Number),
        },
    ];

    private static Dictionary<string, string> Separators => new(StringComparer.Ordinal) { ["comma"] = ",", ["semicolon"] = ";", ["bar"] = "|", ["json"] = "json" };

    private static Dictionary<string, ArithmeticOperations> Operations => new(StringComparer.Ordinal)
    {
        ["difference"] = ArithmeticOperations.Difference,
        ["ratio"] = ArithmeticOperations.Ratio,
        ["product"] = ArithmeticOperations.Product,
        ["sum"] = ArithmeticOperations.Sum,
        ["both"] = ArithmeticOperations.Difference | ArithmeticOperations.Ratio,
        ["all"] = ArithmeticOperations.Difference | ArithmeticOperations.Ratio | ArithmeticOperations.Product | ArithmeticOperations.Sum,
    };
}
