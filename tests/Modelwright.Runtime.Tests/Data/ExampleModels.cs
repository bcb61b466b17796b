using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms;
using Modelwright.Runtime.Forms.Blend;
using Modelwright.Runtime.Forms.Calibrated;
using Modelwright.Runtime.Forms.Linear;
using Modelwright.Runtime.Forms.Pipelines;
using Modelwright.Runtime.Forms.Trees;
using Modelwright.Runtime.Packaging;
using Modelwright.Runtime.Packaging.Attestations;
using Modelwright.Runtime.Prediction;
using Modelwright.Runtime.Prediction.Rules;
using Modelwright.Runtime.Steps.Categories;
using Modelwright.Runtime.Steps.Filling;
using Modelwright.Runtime.Steps.Numbers;

namespace Modelwright.Runtime.Tests.Data;

/// <summary>Small made-up models and the rows they could have been trained on.</summary>
internal static class ExampleModels
{
    internal static readonly string[] Plans = ["basic", "gold", "pro"];

    internal static Schema Schema(ColumnType target) => new(
    [
        new("Tenure", ColumnType.Number),
        new("Plan", ColumnType.Category) { Levels = Plans },
        new("Age", ColumnType.Number) { MissingMarkers = ["NA"] },
        new("Since", ColumnType.Time),
        new("Note", ColumnType.Text),
        new("Member", ColumnType.Category) { Levels = ["False", "True"], IsBoolean = true },
        new("churned", target, ColumnRole.Target) { Levels = target == ColumnType.Category ? ["no", "yes"] : [] },
    ]);

    /// <summary>tenure above 12 and plan basic or pro: other leaves.</summary>
    internal static Tree Tree(double scale) => Tree(scale, []);

    /// <summary>The same with the training rows of each leaf.</summary>
    internal static Tree Covered(params int[] covers) => Tree(1, covers);

    private static Tree Tree(double scale, int[] covers) => new()
    {
        Feature = [0, 1, 2],
        Threshold = [12, 0, 40],
        Left = [1, ~0, ~2],
        Right = [2, ~1, ~3],
        MissingLeft = [true, false, false],
        CategoryStart = [-1, 0, -1],
        CategoryWords = [0, 1, 0],
        CategoryBits = [0b101],
        Leaves = [0.3 * scale, -1.1 * scale, 0.7 * scale, 1.9 * scale],
        Covers = covers,
    };

    internal static FormInput[] Inputs => [new("Tenure", ColumnType.Number, []), new("Plan", ColumnType.Category, Plans), new("Age", ColumnType.Number, [])];

    internal static Model Classes() => new(
        LearningTask.Classification,
        Schema(ColumnType.Category),
        new ClassTreesForm(new(Inputs, [Tree(1), Tree(0.5), Tree(-0.2)]) { Base = [-0.4] }, ["no", "yes"], ProbabilityLink.Logistic));

    internal static Model Numbers() => new(
        LearningTask.Regression,
        Schema(ColumnType.Number),
        new NumberTreesForm(new(Inputs, [Tree(100), Tree(33)]) { IsAverage = true, Base = [1000] }));

    /// <summary>500 rows with a rare level and missing values; the first two rows hold values that no package may hold.</summary>
    internal static Table TrainingRows(ColumnType target)
    {
        var random = new Random(5);
        var rows = Enumerable.Range(0, 500).ToArray();
        var raw = new Table(
        [
            new NumberColumn("Tenure", [.. rows.Select(row => row == 0 ? 987_654.321 : random.Next(0, 60))]),
            CategoryColumn.FromTexts("Plan", [.. rows.Select(row => row < 2 ? "pro" : row % 3 == 0 ? "gold" : "basic")]),
            new NumberColumn("Age", [.. rows.Select(row => row % 7 == 0 ? double.NaN : 18 + (60 * random.NextDouble()))]),
            new TimeColumn("Since", [.. rows.Select(row => new DateTime(2020, 1, 1).AddDays(row).Ticks)]),
            new TextColumn("Note", [.. rows.Select(row => row == 1 ? "confidential remark" : "late payment")]),
            CategoryColumn.FromTexts("Member", [.. rows.Select(row => row % 2 == 0 ? "True" : "False")]),
            target == ColumnType.Number ? new NumberColumn("churned", [.. rows.Select(row => 10.0 * row)]) : CategoryColumn.FromTexts("churned", [.. rows.Select(row => row % 4 == 0 ? "yes" : "no")]),
        ]);
        return Admission.Admit(raw, Schema(target), needsTarget: true).Table;
    }

    internal static Package ClassPackage() => Package.Of(Classes(), TrainingRows(ColumnType.Category)) with
    {
        PlanJson = """{"seed":0}""",
        EvidenceJson = """{"roc_auc":0.9}""",
    };

    /// <summary>Filled numbers and encoded categories into a linear form, half and half with trees.</summary>
    internal static Package PipelinePackage()
    {
        var rows = TrainingRows(ColumnType.Category);
        var impute = new Impute().Fit(new(rows.Select(["Tenure", "Age", "Plan"])));
        var scale = new Scale().Fit(new(impute.Training));
        var oneHot = new OneHot().Fit(new(scale.Training));
        FormInput[] inputs = [.. oneHot.Training.Columns.OfType<NumberColumn>().Select(column => new FormInput(column.Name, ColumnType.Number, []))];
        var linear = new ClassLinearForm(new(inputs, [.. inputs.Select((_, place) => 0.37 * (place - 2))], [0.21]), ["no", "yes"], ProbabilityLink.Logistic);
        var pipeline = PipelineForm.Of([impute.Step, scale.Step, oneHot.Step], linear);
        return Package.Of(Classes() with { Form = new ClassBlendForm([pipeline, Classes().Form], [0.5, 0.5]) }, rows) with { PlanJson = """{"seed":2}""" };
    }

    /// <summary>Forms of version 2: trees that hold the training rows of each leaf, and a sum that holds the means, half and half.</summary>
    internal static Package CoveredPackage()
    {
        var trees = new NumberTreesForm(new(Inputs, [Covered(120, 40, 90, 250), Modelwright.Runtime.Forms.Trees.Tree.SingleLeaf(2)]) { Base = [5] });
        var sum = new NumberLinearForm(new([Inputs[0], Inputs[2]], [0.5, -0.25], [3]) { Means = [11, 41] });
        return Package.Of(new(LearningTask.Regression, Schema(ColumnType.Number), new NumberBlendForm([trees, sum], [0.5, 0.5])), TrainingRows(ColumnType.Number)) with { PlanJson = """{"seed":4}""" };
    }

    /// <summary>A model whose schema says what version 2 of the package adds; it answers as <see cref="ClassPackage"/> does.</summary>
    internal static Package WrittenPackage() =>
        Package.Of(Classes() with { Schema = WrittenSchema() }, TrainingRows(ColumnType.Category)) with { PlanJson = """{"seed":3}""" };

    private static Schema WrittenSchema() => new([.. Schema(ColumnType.Category).Columns.Select(spec => spec.Name switch
    {
        "Tenure" => spec with { Kind = ColumnKind.Latitude, Unit = "°" },
        "Age" => spec with
        {
            Unit = "years",
            Notation = new() { DecimalSeparator = ',', GroupSeparators = ".\u00A0", HasNegativeParentheses = true, Suffixes = [new("years", 1), new("months", 1 / 12.0)] },
        },
        "Note" => spec with { Kind = ColumnKind.List, ListSeparator = ";" },
        _ => spec,
    })]);

    /// <summary>A calibrated model with a threshold and sets: what version 3 of the package adds.</summary>
    internal static Package RuledPackage() => Package.Of(
        Classes() with
        {
            Form = new ClassCalibratedForm(Classes().Form, new() { Method = ProbabilityMap.Platt, Slopes = [0.7], Offsets = [0.2] }),
            Rules = new() { Decision = new() { For = "f1", Threshold = 0.3 }, Sets = new(0.9, 0.25) },
        },
        TrainingRows(ColumnType.Category)) with { PlanJson = """{"seed":4}""" };

    /// <summary>A model of numbers with intervals.</summary>
    internal static Package IntervalPackage() => Package.Of(
        Numbers() with { Rules = new() { Intervals = new() { Level = 0.9, Below = 1.5, Above = 2, At = [900, 1000, 1100], Scale = [10, 20, 40] } } },
        TrainingRows(ColumnType.Number)) with { PlanJson = """{"seed":5}""" };

    /// <summary>The mean of two fold models with the residuals of each: what version 4 of the package adds.</summary>
    internal static Package FoldPackage()
    {
        NumberLinearForm Fold(double slope, double offset) => new(new([Inputs[0], Inputs[2]], [slope, -0.25], [offset]));
        FoldIntervalRule rule = new() { Level = 0.75, Beyond = 0.5, Folds = [new([0.5, 1.5], [1, 2]), new([0.25, 3], [1, 1])], At = [0, 20], Scale = [1, 2] };
        return Package.Of(
            new(LearningTask.Regression, Schema(ColumnType.Number), new NumberBlendForm([Fold(0.5, 3), Fold(0.75, 2)], [0.5, 0.5])) { Rules = new() { FoldIntervals = rule } },
            TrainingRows(ColumnType.Number)) with { PlanJson = """{"seed":6}""" };
    }

    /// <summary>A tested package: what version 5 adds. The signature is none; whether it holds is not asked when a package is opened.</summary>
    internal static Package AttestedPackage()
    {
        var package = NumberPackage();
        var statement = Attestation.Of($$"""{"kind": "test", "model_id": "{{package.ModelId}}", "evidence": "{{package.EvidenceHash}}", "passed": true}""");
        return package with { Attestations = [statement with { Signatures = [new("ecdsa_p256_sha256", new('a', 64), "AAAA")] }] };
    }

    internal static Package NumberPackage() => Package.Of(Numbers(), TrainingRows(ColumnType.Number)) with { PlanJson = """{"seed":1}""" };
}
