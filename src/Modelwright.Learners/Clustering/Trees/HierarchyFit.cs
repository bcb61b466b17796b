using Modelwright.Core.Learning;
using Modelwright.Learners.Clustering.Points;

namespace Modelwright.Learners.Clustering.Trees;

/// <summary>Fits of hierarchical methods: points and tree are made once for all settings that share them, and cut for each.</summary>
internal sealed class HierarchyFit(ILearner learner, FitContext context)
{
    /// <summary>What is left after the deadline still learns from so many rows.</summary>
    private const int FewestRows = 500;

    /// <summary>Estimates may be off; a fit that is thought to take longer than this share of the time left gets fewer rows.</summary>
    private const double ShareOfTime = 0.5;

    /// <summary>Makes what all settings share of the points, and gives what makes the tree of one setting from it.</summary>
    public required Func<ClusterPoints, Func<ParameterValues, ICuttable>> Grow { get; init; }

    /// <summary>Fits all settings.</summary>
    /// <param name="data">As given; checked here.</param>
    /// <param name="settings">One or more.</param>
    public IReadOnlyList<Fitted> Run(TrainingSet data, IReadOnlyList<ParameterValues> settings)
    {
        var fitted = new Fitted[settings.Count];
        foreach (var some in Enumerable.Range(0, settings.Count).GroupBy(place => Rows(data, settings[place])))
        {
            var (rows, isLate) = some.Key;
            var admitted = TrainingChecks.Admit(learner, data, settings[some.First()], context);
            var points = ClusterPoints.Of(admitted, rows, context);
            var grow = Grow(points);
            var trees = new Dictionary<string, ICuttable>(StringComparer.Ordinal);
            foreach (var place in some)
            {
                settings[place].Check(learner.Info.Name, learner.Parameters);
                var key = Without(settings[place]).ToString();
                var tree = trees.TryGetValue(key, out var known) ? known : trees[key] = grow(settings[place]);
                fitted[place] = Fit(points, tree, settings[place], isLate ? rows : null);
            }
        }

        context.Progress?.Invoke(1);
        return fitted;
    }

    private static ParameterValues Without(ParameterValues values) =>
        ParameterValues.From(values.Texts.Where(pair => pair.Key != ClusterSettings.ClustersName));

    /// <summary>How many rows a setting learns from: fewer where the time left does not bear them.</summary>
    private (int Rows, bool IsLate) Rows(TrainingSet data, ParameterValues values)
    {
        values.Check(learner.Info.Name, learner.Parameters);
        var rows = values.Integer(ClusterSettings.MaxRows);
        var left = context.SecondsLeft * ShareOfTime;
        var held = Math.Min(rows, data.Features.RowCount);
        while (held > FewestRows && Seconds(data, values, held) > left)
        {
            held = Math.Max(FewestRows, held * 3 / 4);
        }

        return held < Math.Min(rows, data.Features.RowCount) ? (held, true) : (rows, false);
    }

    private double Seconds(TrainingSet data, ParameterValues values, int rows) =>
        learner.Estimate(new(data.Task, data.Features.RowCount, data.Features.Columns.Count, 0, 0), values.With(ClusterSettings.MaxRows.Name, rows)).Seconds;

    private Fitted Fit(ClusterPoints points, ICuttable tree, ParameterValues values, int? lateRows)
    {
        var asked = values.Integer(learner.Parameters.First(spec => spec.Name == ClusterSettings.ClustersName));
        var cut = tree.Cut(asked);
        List<string> warnings = [];
        if (cut.Clusters < asked)
        {
            warnings.Add(ClusterSettings.Fewer(asked, cut.Clusters));
        }

        if (points.LeftOut > 0)
        {
            warnings.Add(ClusterSettings.Drawn(points.LeftOut, points.LeftOut + points.Rows.Sum()));
        }

        return new(ReferencePoints.Form(points, cut, context), new()
        {
            End = lateRows is null ? FitEnd.Finished : FitEnd.Deadline,
            Decided = lateRows is { } rows ? values.With(ClusterSettings.MaxRows.Name, rows) : values,
            Warnings = warnings,
        });
    }
}
