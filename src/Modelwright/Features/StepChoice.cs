using Modelwright.Core.Data;
using Modelwright.Runtime.Steps.Categories;
using Modelwright.Runtime.Steps.Filling;
using Modelwright.Runtime.Steps.Numbers;
using Modelwright.Runtime.Steps.Texts;
using Modelwright.Runtime.Steps.Times;

namespace Modelwright.Features;

/// <summary>The rules by which steps are chosen. Steps that make numbers to be filled and scaled come before filling and scaling; those whose 0 means "not there" come after.</summary>
internal static class StepChoice
{
    /// <summary>Levels up to which a tree that takes numbers only gets a column for each.</summary>
    private const int FewLevels = 10;

    /// <summary>Levels up to which a learner of sums gets a column for each; it cannot cut a code in two places.</summary>
    private const int ManyColumns = 30;

    /// <summary>Rows that a level needs where a column is made of each.</summary>
    private const int RowsForColumn = 3;

    internal static IReadOnlyList<PlannedStep> For(FeatureNeeds needs)
    {
        var steps = new List<PlannedStep>();
        KindSteps.Add(needs, steps);
        VariantSteps.Add(needs, steps);
        AddTimes(needs, steps);
        AddTextFigures(needs, steps);
        var hot = needs.TakesCategories ? TakenCategories(needs, steps) : TurnedCategories(needs, steps);
        if (!needs.Learner.TakesMissing)
        {
            steps.Add(Filling(needs));
        }

        if (needs.Learner.WantsScaling)
        {
            steps.Add(new(new Scale(), PlanKey.Step("scale", null), "scale: brings all numbers to mean 0 and deviation 1"));
        }

        if (hot.Length > 0)
        {
            var most = needs.Learner.WantsScaling ? ManyColumns : FewLevels;
            steps.Add(new(
                new OneHot { Columns = hot, MaxLevels = most, MinCount = RowsForColumn },
                PlanKey.Step("one_hot", hot, ("most", most), ("least", RowsForColumn)),
                $"one_hot: a column for each level of {Listed(hot)}, at most {most} of each"));
        }

        AddTerms(needs, steps);
        return steps;
    }

    private static void AddTimes(FeatureNeeds needs, List<PlannedStep> steps)
    {
        if (!needs.MustTurn(ColumnType.Time))
        {
            return;
        }

        var variant = needs.Variant;
        var running = needs.Names(ColumnType.Time, column => variant.Occurs && column.IsRunning);
        var times = needs.Names(ColumnType.Time, column => !(variant.Occurs && column.IsRunning));
        if (running.Length > 0)
        {
            steps.Add(new(new Cyclic { Columns = running, OnlyRepeated = true }, PlanKey.Step("cyclic", running, ("repeated", true)), $"cyclic: hour, weekday and month of {Listed(running)}, where they come round twice"));
        }

        if (times.Length > 0)
        {
            steps.Add(variant.CountsOnce || variant.Occurs
                ? new(new DateParts { Columns = times, OnlyElapsed = true }, PlanKey.Step("date_parts", times, ("elapsed", true)), $"date_parts: elapsed days of {Listed(times)}")
                : new(new DateParts { Columns = times }, PlanKey.Step("date_parts", times), $"date_parts: parts and elapsed days of {Listed(times)}"));
        }
    }

    /// <summary>Figures of texts are for trees, which cut them where it helps; a learner of sums gains little from a length.</summary>
    private static void AddTextFigures(FeatureNeeds needs, List<PlannedStep> steps)
    {
        var texts = needs.Texts;
        if (texts.Length > 0 && needs.MustTurn(ColumnType.Text) && !needs.Learner.WantsScaling)
        {
            steps.Add(new(
                new TextStatistics { Columns = texts, KeepsInputs = true },
                PlanKey.Step("text_statistics", texts, ("keep", true)),
                $"text_statistics: length and kinds of characters of {Listed(texts)}"));
        }
    }

    private static void AddTerms(FeatureNeeds needs, List<PlannedStep> steps)
    {
        var texts = needs.Texts;
        if (texts.Length == 0 || !needs.MustTurn(ColumnType.Text))
        {
            return;
        }

        var most = needs.MaxTerms(texts.Length);
        steps.Add(new(
            new TfIdf { Columns = texts, MaxTerms = most, MinDocuments = needs.MinDocuments },
            PlanKey.Step("tf_idf", texts, ("most", most), ("least", needs.MinDocuments)),
            $"tf_idf: weights of at most {most} words and word pairs of {Listed(texts)}"));
    }

    /// <summary>For a learner that splits categories itself; those of very many levels also, or only, as numbers.</summary>
    private static string[] TakenCategories(FeatureNeeds needs, List<PlannedStep> steps)
    {
        var from = needs.Variant.EncodesFrom;
        bool Encodes(ColumnFacts column) => needs.CanEncode && (from is { } least ? column.LevelCount >= least : needs.IsManyLevelled(column));
        bool EncodesOnly(ColumnFacts column) => Encodes(column) && column.LevelCount > FeatureNeeds.MostLevels;
        AddEncoding(needs.Names(ColumnType.Category, column => Encodes(column) && !EncodesOnly(column)), keep: true, steps);
        AddEncoding(needs.Names(ColumnType.Category, EncodesOnly), keep: false, steps);
        AddGroups(needs.Names(ColumnType.Category, column => needs.IsManyLevelled(column) && !EncodesOnly(column)), minCount: 5, steps);
        AddGroups(needs.Names(ColumnType.Category, column => column.LevelCount > ManyColumns && !needs.IsManyLevelled(column)), minCount: 2, steps);
        var few = needs.Names(ColumnType.Category, column => column.LevelCount <= ManyColumns && !EncodesOnly(column));
        if (few.Length > 0)
        {
            steps.Add(new(new Levels { Columns = few }, PlanKey.Step("levels", few), $"levels: fixes the levels of {Listed(few)}"));
        }

        return [];
    }

    /// <summary>For a learner of numbers only. Gives the categories that are to become columns of 0 and 1.</summary>
    private static string[] TurnedCategories(FeatureNeeds needs, List<PlannedStep> steps)
    {
        var sums = needs.Learner.WantsScaling;
        var few = sums ? ManyColumns : FewLevels;
        var from = needs.Variant.EncodesFrom ?? (few + 1);
        bool Encodes(ColumnFacts column) => needs.CanEncode && column.LevelCount >= from && column.LevelCount > 2;
        bool IsHot(ColumnFacts column) => column.LevelCount > 2 && (sums || column.LevelCount <= few);
        AddEncoding(needs.Names(ColumnType.Category, Encodes), keep: true, steps);
        var numbered = needs.Names(ColumnType.Category, column => !IsHot(column));
        if (numbered.Length > 0)
        {
            steps.Add(new(new Ordinal { Columns = numbered }, PlanKey.Step("ordinal", numbered), $"ordinal: the position among the sorted levels of {Listed(numbered)}"));
        }

        return needs.Names(ColumnType.Category, IsHot);
    }

    private static void AddEncoding(string[] columns, bool keep, List<PlannedStep> steps)
    {
        if (columns.Length > 0)
        {
            steps.Add(new(
                new TargetEncoding { Columns = columns, KeepsInputs = keep },
                PlanKey.Step("target_encoding", columns, ("keep", keep)),
                $"target_encoding: the mean target of the levels of {Listed(columns)}, out of fold for the training rows"));
        }
    }

    private static void AddGroups(string[] columns, int minCount, List<PlannedStep> steps)
    {
        const int MostLevels = 1000;
        if (columns.Length > 0)
        {
            steps.Add(new(
                new RareLevels { Columns = columns, MinCount = minCount, MaxLevels = MostLevels },
                PlanKey.Step("rare_levels", columns, ("least", minCount), ("most", MostLevels)),
                $"rare_levels: groups levels of fewer than {minCount} rows of {Listed(columns)}"));
        }
    }

    /// <summary>Categories that become columns of 0 and 1 have one for missing there.</summary>
    private static PlannedStep Filling(FeatureNeeds needs) => needs.Variant.CountsOnce ? new(
        new Impute { FillsCategories = needs.TakesCategories, Indicators = false },
        PlanKey.Step("impute", null, ("categories", needs.TakesCategories), ("indicators", false)),
        "impute: fills missing values with the median or a level") : new(
        new Impute { FillsCategories = needs.TakesCategories },
        PlanKey.Step("impute", null, ("categories", needs.TakesCategories)),
        needs.TakesCategories
            ? "impute: fills missing numbers with the median and missing categories with a level, and says where"
            : "impute: fills missing numbers with the median, and says where");

    internal static string Listed(IReadOnlyList<string> names, int most = 5)
    {
        var shown = string.Join(", ", names.Take(most).Select(name => $"'{name}'"));
        return names.Count > most ? $"{shown} and {names.Count - most} more" : shown;
    }
}
