using System.Text.RegularExpressions;
using Modelwright.Core.Learning;

namespace Modelwright.Testing.Learners;

/// <summary>What a learner declares, whether or not it can work on this machine.</summary>
internal static partial class DeclarationChecks
{
    /// <summary>The checks.</summary>
    public static IReadOnlyList<LearnerCheck> All { get; } =
    [
        new("Info_Names_AreSnakeCaseAndExplained", Info) { EveryTask = false },
        new("Parameters_Declared_HaveADefaultInRange", Parameters) { EveryTask = false },
        new("Recommend_AnyShape_PassesItsOwnCheck", Recommend),
        new("Estimate_AnyShape_IsPositiveAndGrowsWithRows", Estimate),
        new("Unavailable_Text_SaysWhatToDo", Unavailable) { EveryTask = false },
    ];

    private static readonly int[] RowCounts = [0, 1, 100, 10_000, 1_000_000];
    private static readonly int[] NumberCounts = [0, 1, 500];
    private static readonly int[] CategoryCounts = [0, 3];

    private static void Info(LearnerCase learner)
    {
        var info = learner.Info;
        Expect.That(SnakeCase().IsMatch(info.Name), $"expected a name in snake_case, got '{info.Name}'");
        Expect.That(info.Title.Length > 0 && info.Source.Length > 0, "expected a title and a source");
        Expect.That(info.Tasks.Count > 0 && info.Tasks.Distinct().Count() == info.Tasks.Count, "expected different tasks, at least one");
        Expect.That(info.Takes.Count > 0 && info.Takes.Distinct().Count() == info.Takes.Count, "expected different column types, at least one");
    }

    private static void Parameters(LearnerCase learner)
    {
        var specs = learner.Learner.Parameters;
        Expect.That(specs.Select(spec => spec.Name).Distinct(StringComparer.Ordinal).Count() == specs.Count, "expected parameters of different names");
        foreach (var spec in specs)
        {
            Expect.That(SnakeCase().IsMatch(spec.Name), $"expected a parameter in snake_case, got '{spec.Name}'");
            Expect.That(spec.Meaning.TrimEnd().EndsWith('.'), $"expected parameter '{spec.Name}' to say its meaning in a sentence");
            Expect.That(
                spec.Kind == ParameterKind.Choice ? spec.Choices.Count > 0 : spec.Minimum <= spec.Default && spec.Default <= spec.Maximum,
                $"expected the default of '{spec.Name}' to be {spec.Range()}, got {Expect.Text(spec.Default)}");
            Expect.That(!spec.IsLogarithmic || spec.Minimum > 0, $"expected '{spec.Name}' to start above 0, as it moves by factors");
        }
    }

    private static void Recommend(LearnerCase learner)
    {
        foreach (var shape in Shapes(learner))
        {
            var settings = learner.Learner.Recommend(shape);
            Expect.That(settings.Count > 0, $"expected at least one setting for {shape}");
            foreach (var setting in settings)
            {
                setting.Check(learner.Info.Name, learner.Learner.Parameters);
            }

            Expect.That(settings.Select(setting => setting.ToString()).Distinct(StringComparer.Ordinal).Count() == settings.Count, $"expected different settings for {shape}");
        }
    }

    private static void Estimate(LearnerCase learner)
    {
        foreach (var shape in Shapes(learner))
        {
            var setting = learner.Learner.Recommend(shape)[0];
            var cost = learner.Learner.Estimate(shape, setting);
            Expect.That(double.IsFinite(cost.Seconds) && cost.Seconds > 0, $"expected positive seconds for {shape}, got {Expect.Text(cost.Seconds)}");
            Expect.That(cost.Bytes >= 0, $"expected bytes of 0 or more for {shape}, got {cost.Bytes}");
            var larger = learner.Learner.Estimate(shape with { Rows = (shape.Rows * 20) + 1000 }, setting);
            Expect.That(larger.Seconds >= cost.Seconds, $"expected twenty times the rows of {shape} not to cost less");
        }
    }

    private static void Unavailable(LearnerCase learner)
    {
        if (learner.Learner.Unavailable is { } reason)
        {
            Expect.Remedy(reason);
        }
    }

    private static IEnumerable<DataShape> Shapes(LearnerCase learner) =>
        from rows in RowCounts
        from numbers in NumberCounts
        from categories in CategoryCounts
        select new DataShape(learner.Task.Task, rows, numbers, categories, learner.Task.Width);

    [GeneratedRegex("^[a-z][a-z0-9]*(_[a-z0-9]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex SnakeCase();
}
