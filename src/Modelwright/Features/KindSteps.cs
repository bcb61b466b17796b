using Modelwright.Core.Data;
using Modelwright.Runtime.Steps;
using Modelwright.Runtime.Steps.Lists;
using Modelwright.Runtime.Steps.Places;

namespace Modelwright.Features;

/// <summary>Steps for columns that the schema says are lists or places. Every learner gets them: no learner takes such values as they are.</summary>
internal static class KindSteps
{
    /// <summary>Items of a list that become columns at most.</summary>
    private const int MostItems = 30;

    /// <summary>Items that become columns even where memory is short.</summary>
    private const int LeastItems = 5;

    internal static void Add(FeatureNeeds needs, List<PlannedStep> steps)
    {
        var count = needs.Columns.Count(column => column is { Type: ColumnType.Text, Kind: ColumnKind.List });
        var most = Math.Clamp(needs.ColumnRoom / Math.Max(1, count), LeastItems, MostItems);
        foreach (var lists in needs.Columns.Where(column => column is { Type: ColumnType.Text, Kind: ColumnKind.List }).GroupBy(column => column.ListSeparator ?? ",", StringComparer.Ordinal))
        {
            string[] names = [.. lists.Select(column => column.Name)];
            steps.Add(new(
                new ListItems { Columns = names, Separator = lists.Key, MaxItems = most },
                PlanKey.Step("lists", names, ("separator", lists.Key), ("most", most)),
                $"lists: the number of items and the most frequent ones of {StepChoice.Listed(names)}"));
        }

        var places = needs.Names(ColumnType.Text, column => column.Kind == ColumnKind.Coordinates);
        if (places.Length > 0)
        {
            steps.Add(new(
                new Coordinates { Columns = places, KeepsInputs = false },
                PlanKey.Step("coordinates", places),
                $"coordinates: the place on the sphere and distances to centres of {StepChoice.Listed(places)}"));
        }

        AddPairs(needs, steps);
    }

    /// <summary>Latitudes and longitudes in the order of the columns; where there is not one of each for all, it is not clear which belong together.</summary>
    private static void AddPairs(FeatureNeeds needs, List<PlannedStep> steps)
    {
        var latitudes = needs.Names(ColumnType.Number, column => column.Kind == ColumnKind.Latitude);
        var longitudes = needs.Names(ColumnType.Number, column => column.Kind == ColumnKind.Longitude);
        if (latitudes.Length == 0 || latitudes.Length != longitudes.Length)
        {
            return;
        }

        ColumnPair[] pairs = [.. latitudes.Zip(longitudes, (first, second) => new ColumnPair(first, second))];
        string[] names = [.. pairs.SelectMany(pair => (string[])[pair.First, pair.Second])];
        steps.Add(new(
            new Coordinates { Pairs = pairs },
            PlanKey.Step("coordinates", names, ("pairs", true)),
            $"coordinates: the place on the sphere and distances to centres of {StepChoice.Listed(names)}"));
    }
}
