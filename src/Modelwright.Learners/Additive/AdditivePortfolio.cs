using Modelwright.Core.Learning;

namespace Modelwright.Learners.Additive;

/// <summary>The settings worth trying.</summary>
internal static class AdditivePortfolio
{
    /// <summary>Rounds are not cut below this to save time.</summary>
    private const int FewestRounds = 60;

    /// <summary>Bins of fewer rows than this hold so few that a quarter of them says as much.</summary>
    private const int ManyRows = 4000;

    private const double LargestRate = 0.3;

    /// <summary>Settings: a quick one, which tells whether sums of shapes fit the table, before the finer ones.</summary>
    public static IReadOnlyList<ParameterValues> Of(DataShape shape)
    {
        var plain = ParameterValues.Default;
        var quick = plain
            .With(AdditiveParameters.LearningRate.Name, 0.1)
            .With(AdditiveParameters.OuterBags.Name, 4)
            .With(AdditiveParameters.Pairs.Name, 5);
        ParameterValues[] settings =
        [
            shape.Rows < ManyRows ? quick.With(AdditiveParameters.Bins.Name, 64) : quick,
            plain,
            plain.With(AdditiveParameters.Pairs.Name, 30),
            plain.With(AdditiveParameters.Bins.Name, 32).With(AdditiveParameters.MinSamplesLeaf.Name, 20),
            plain.With(AdditiveParameters.Pairs.Name, 0),
        ];
        return [.. settings.Select(setting => Bounded(shape, setting)).DistinctBy(setting => setting.ToString(), StringComparer.Ordinal)];
    }

    /// <summary>Fewer bins where the size does not bear them; then fewer bags and faster learning where the time does not.</summary>
    private static ParameterValues Bounded(DataShape shape, ParameterValues values)
    {
        for (var bins = values.Integer(AdditiveParameters.Bins); bins > 16 && AdditiveCost.FormBytes(shape, AdditiveParameters.Read(values)) > shape.Bytes;)
        {
            bins /= 2;
            values = values.With(AdditiveParameters.Bins.Name, bins);
        }

        for (var bags = values.Integer(AdditiveParameters.OuterBags); bags > 2 && Seconds(shape, values) > shape.Seconds;)
        {
            bags /= 2;
            values = values.With(AdditiveParameters.OuterBags.Name, bags);
        }

        for (var rate = values.Number(AdditiveParameters.LearningRate); rate < LargestRate && Seconds(shape, values) > shape.Seconds;)
        {
            rate = Math.Min(LargestRate, rate * 2);
            values = values.With(AdditiveParameters.LearningRate.Name, rate);
        }

        for (var rounds = values.Integer(AdditiveParameters.Rounds); rounds > FewestRounds && Seconds(shape, values) > shape.Seconds;)
        {
            rounds = Math.Max(FewestRounds, rounds * 2 / 3);
            values = values.With(AdditiveParameters.Rounds.Name, rounds).With(AdditiveParameters.PairRounds.Name, rounds);
        }

        return values;
    }

    private static double Seconds(DataShape shape, ParameterValues values) => AdditiveCost.Estimate(shape, AdditiveParameters.Read(values)).Seconds;
}
