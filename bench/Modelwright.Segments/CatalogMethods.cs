using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Abilities;
using Modelwright.Learners;
using Modelwright.Measures.Segments;
using Modelwright.Tasks.Clustering;

namespace Modelwright.Segments;

/// <summary>The clustering learners of the catalog as methods of a choice.</summary>
internal static class CatalogMethods
{
    private const string Clusters = "clusters";

    /// <summary>Every learner with each setting it recommends; one that can find the number itself once more so.</summary>
    /// <param name="points">The rows.</param>
    public static IReadOnlyList<SegmentMethod> Of(PointMatrix points)
    {
        var shape = new DataShape(LearningTask.Clustering, points.Rows, points.Columns, 0, 0);
        return [.. BuiltInLearners.All.Where(learner => learner.Info.Tasks.Contains(LearningTask.Clustering)).SelectMany(learner => learner.Recommend(shape).SelectMany(setting => Methods(points, learner, setting)))];
    }

    /// <summary>Rows of a matrix as number columns.</summary>
    public static Table TableOf(PointMatrix points, int[] rows) => new(
        [.. Enumerable.Range(0, points.Columns).Select(column => new NumberColumn($"x{(column + 1).ToString(CultureInfo.InvariantCulture)}", [.. rows.Select(row => points.Row(row)[column])]))],
        rows.Length);

    private static IEnumerable<SegmentMethod> Methods(PointMatrix points, ILearner learner, ParameterValues setting)
    {
        // Limits that fit the size of a set are no other method.
        var title = string.Join(", ", setting.Texts.Where(pair => !learner.Parameters.Any(spec => spec.Name == pair.Key && spec.IsLimit)).Select(pair => $"{pair.Key}={pair.Value}"));
        yield return new(learner.Info.Name, title, fit => Fit(points, learner, [.. fit.Clusters.Select(number => setting.With(Clusters, number))], fit))
        {
            MakesManyAtOnce = learner is IFitsSeveral,
            Seconds = (rows, clusters) => learner.Estimate(new(LearningTask.Clustering, rows, points.Columns, 0, 0), setting.With(Clusters, clusters)).Seconds,
        };
        if (learner.Parameters.Any(spec => spec.Name == Clusters && spec.Minimum == 0))
        {
            yield return new(learner.Info.Name, $"{title} own number".Trim(), fit => Fit(points, learner, [setting.With(Clusters, 0)], fit)) { FindsNumber = true };
        }
    }

    private static int[][] Fit(PointMatrix points, ILearner learner, ParameterValues[] settings, SegmentFit fit)
    {
        var data = new TrainingSet(LearningTask.Clustering, TableOf(points, fit.FitRows));
        var context = new FitContext { Seed = fit.Seed, Threads = 2, Cancellation = fit.Cancellation };
        var fitted = learner is IFitsSeveral several ? several.FitSeveral(data, settings, context) : (IReadOnlyList<Fitted>)[.. settings.Select(setting => learner.Fit(data, setting, context))];
        var rows = TableOf(points, fit.AssignRows);
        var labels = new int[fitted.Count][];
        Parallel.For(0, labels.Length, new() { MaxDegreeOfParallelism = 2, CancellationToken = fit.Cancellation }, place => labels[place] = Labels((IAssignsClusters)fitted[place].Form, rows));
        return labels;
    }

    private static int[] Labels(IAssignsClusters form, Table rows)
    {
        var labels = new int[rows.RowCount];
        form.Assign(rows, labels, new double[labels.Length], new double[labels.Length]);
        return labels;
    }
}
