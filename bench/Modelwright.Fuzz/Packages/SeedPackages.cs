using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Learners;
using Modelwright.Runtime.Forms.Blend;
using Modelwright.Runtime.Forms.Calibrated;
using Modelwright.Runtime.Forms.Pipelines;
using Modelwright.Runtime.Forms.Stack;
using Modelwright.Runtime.Packaging;
using Modelwright.Runtime.Packaging.Attestations;
using Modelwright.Runtime.Prediction;
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

namespace Modelwright.Fuzz.Packages;

/// <summary>Sound packages of every form and with every step, made by training tiny models.</summary>
internal static class SeedPackages
{
    private const int MostOfAnything = 5;

    // Two classes, three classes, a number.
    private static readonly int[] Targets = [2, 3, 0];

    // All forms have numbers to read after these, and learners that take no missing ones get them filled; between them they use every step. A new step joins one of the rows.
    private static readonly IStep[][] Recipes =
    [
        [new Impute(), new RareLevels { MinCount = 2 }, new OneHot { MinCount = 2 }, new DateParts(), new TfIdf { MaxTerms = 6 }, new Scale()],
        [new Levels(), new OrderedTarget { Columns = ["Plan", "Age"], Pairs = [new("Plan", "Age")], KeepsInputs = true }, new TargetEncoding { Columns = ["Plan"] }, new Ordinal(), new TextStatistics(), new DateParts(), new Impute { Numbers = NumberFill.Mean, Indicators = false }],
        [
            new Coordinates { Pairs = [new("Age", "Tenure")], Centres = 2 }, new GroupAggregates { Pairs = [new("Age", "Plan")] }, new Arithmetic { Pairs = [new("Age", "Tenure")] },
            new Ngrams { Columns = ["Plan"], Width = 3, KeepsInputs = true }, new Hashing { Columns = ["Member"], Width = 3 }, new Frequency(), new ListItems { Separator = " ", MaxItems = 3 },
            new Cyclic(), new Impute { Indicators = false },
        ],
        [
            new Power { Columns = ["Age"] }, new Clip { Columns = ["Age"] }, new QuantileScores { Columns = ["Tenure"], Knots = 5 }, new Bins { Columns = ["Age"], Count = 3, Ordered = true },
            new OneHot { MinCount = 2 }, new Projection { Width = 2, MaxTerms = 6 }, new Holidays { Country = "DE" },
        ],
    ];

    // Before the others where rows hold lists and places, which no learner takes.
    private static readonly IStep[] OfLists =
    [
        new ListItems { Columns = ["Tags"], MaxItems = 3 }, new ListItems { Columns = ["Codes"], Separator = "json", MaxItems = 2 }, new Coordinates { Columns = ["Place"], Centres = 2, KeepsInputs = false },
    ];

    /// <summary>The packages as bytes; the same every time.</summary>
    internal static IReadOnlyList<byte[]> All() => [.. Targets.SelectMany(classes => Models(classes)).Append(Blend(0, hasLists: true)).Concat(Targetless()).Append(Attested()).Select(Bytes)];

    /// <summary>A model of the last kind that <see cref="All"/> gives: a blend of all others that answer the same.</summary>
    internal static Package Blend(int classes, bool hasLists = false) => Models(classes, hasLists)[^1];

    private static Package Attested()
    {
        var package = Models(classes: 0)[0];
        var statement = Attestation.Of($$"""{"kind": "test", "model_id": "{{package.ModelId}}", "evidence": "{{package.EvidenceHash}}", "passed": true}""");
        return package with { Attestations = [statement with { Signatures = [new("ecdsa_p256_sha256", new('a', 64), "AAAA")] }] };
    }

    private static IEnumerable<Package> Targetless()
    {
        var (schema, rows) = SeedRows.Of(classes: 0, hasLists: false);
        var open = new Schema([.. schema.Columns.Where(column => column.Role != ColumnRole.Target)]);
        return SeedTargetless.Segments(rows, Small).Select(form => Packed(LearningTask.Clustering, open, form, rows))
            .Concat(SeedTargetless.Anomalies(rows, Small).Select(form => Packed(LearningTask.Anomalies, open, form, rows)))
            .Concat(SeedTargetless.Streams(rows, Small).Select(form => Packed(LearningTask.Anomalies, InTime(open), form, rows)));
    }

    private static Schema InTime(Schema schema) => new([.. schema.Columns.Select(column => column.Name switch
    {
        "Since" => column with { Role = ColumnRole.Time },
        "Plan" => column with { Role = ColumnRole.Group },
        _ => column,
    })]);

    private static Package Packed(LearningTask task, Schema schema, IForm form, Table rows) =>
        Package.Of(new Model(task, schema, form), rows) with { StoreRows = true, PlanJson = """{"seed":1,"members":[{"weight":0.5}]}""", EvidenceJson = """{"figures":[]}""" };

    private static List<Package> Models(int classes, bool hasLists = false)
    {
        var (schema, rows) = SeedRows.Of(classes, hasLists);
        var task = classes == 0 ? LearningTask.Regression : LearningTask.Classification;
        var forms = new LearnerCatalog().AddBuiltIn().For(task)
            .SelectMany((learner, place) => new[] { Piped(learner, task, rows, [.. hasLists ? OfLists : [], .. Recipes[place % Recipes.Length], .. Filled(learner)]), Bare(learner, task, rows) })
            .OfType<IForm>().ToList();
        if (classes > 0)
        {
            forms.Add(new ClassCalibratedForm(forms[0], new() { Method = ProbabilityMap.Temperature, Slopes = [0.5] }));
        }

        // The second layer reads none of the answers: every form that the fuzzer changes is read all the same.
        forms.Add(classes == 0 ? new NumberStackForm([forms[0], forms[1]], [0.5, 0.5], forms[2], 0.5) : new ClassStackForm([forms[0], forms[1]], [0.5, 0.5], forms[2], 0.5));
        double[] weights = [.. forms.Select(_ => 1.0 / forms.Count)];
        forms.Add(classes == 0 ? new NumberBlendForm([.. forms], weights) : new ClassBlendForm([.. forms], weights));
        return forms.ConvertAll(form => Packed(task, schema, form, rows));
    }

    private static IStep[] Filled(ILearner learner) => learner.Info.TakesMissing ? [] : [new Impute { Indicators = false }];

    private static IForm Piped(ILearner learner, LearningTask task, Table rows, IStep[] recipe)
    {
        var features = rows.Select([.. rows.Names.Where(name => name != "target")]);
        var steps = new List<IFittedStep>();
        foreach (var step in recipe)
        {
            var fitted = step.Fit(new(features) { Target = rows["target"] });
            steps.Add(fitted.Step);
            features = fitted.Training;
        }

        return PipelineForm.Of(steps, Fit(learner, task, features, rows["target"]));
    }

    // On the columns as they are, where the learner takes them.
    private static IForm? Bare(ILearner learner, LearningTask task, Table rows) =>
        learner.Info.Takes.Contains(ColumnType.Category) ? Fit(learner, task, rows.Select(["Tenure", "Plan", "Member"]), rows["target"]) : null;

    private static IForm Fit(ILearner learner, LearningTask task, Table features, Column target) =>
        learner.Fit(new(task, features) { Target = target }, Small(learner), new() { Seed = 1 }).Form;

    // Few trees, rounds and levels, so that a package is a few thousand bytes.
    private static ParameterValues Small(ILearner learner) => learner.Parameters
        .Where(parameter => parameter.Kind == ParameterKind.Integer && parameter.Default > MostOfAnything)
        .Aggregate(ParameterValues.Default, (values, parameter) => values.With(parameter.Name, Math.Max(MostOfAnything, parameter.Minimum)));

    private static byte[] Bytes(Package package)
    {
        using var stream = new MemoryStream();
        package.Save(stream);
        return stream.ToArray();
    }
}
