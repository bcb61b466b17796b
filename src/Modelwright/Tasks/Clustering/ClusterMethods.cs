using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Abilities;
using Modelwright.Measures.Segments;

namespace Modelwright.Tasks.Clustering;

/// <summary>The learners as ways to make segments: each with every setting it recommends, asked for several numbers at once, and once more for its own number where it finds one.</summary>
internal sealed class ClusterMethods
{
    private const string Clusters = "clusters";

    private readonly TaskGround _ground;
    private readonly TaskMember[] _members;

    private ClusterMethods(TaskGround ground, TaskMember[] members) => (_ground, _members) = (ground, members);

    /// <summary>The rows as the first learner sees them.</summary>
    public required PointMatrix Points { get; init; }

    /// <summary>The methods.</summary>
    public required IReadOnlyList<SegmentMethod> All { get; init; }

    /// <summary>Names of learners by their titles.</summary>
    public required IReadOnlyDictionary<string, string> Names { get; init; }

    /// <summary>A member that puts all rows together; null where no learner can.</summary>
    public TaskMember? Whole => _members.Where(member => Spec(member.Learner) is { Minimum: 1 }).Select(member => member with { Values = member.Values.With(Clusters, 1) }).FirstOrDefault();

    /// <summary>The methods of some rows.</summary>
    public static ClusterMethods Of(TaskGround ground)
    {
        var (members, methods) = (new List<TaskMember>(), new List<SegmentMethod>());
        var settings = ground.Learners.Where(learner => Spec(learner) is not null).Select(learner => (Learner: learner, Values: learner.Recommend(ground.Shape(learner)))).ToArray();

        // What a learner recommends first is tried before what any recommends next.
        for (var place = 0; settings.Any(own => place < own.Values.Count); place++)
        {
            foreach (var (learner, values) in settings.Where(own => place < own.Values.Count))
            {
                Add(new(learner, values[place], ground.Seed), values[place].ToString(), findsNumber: false);
                if (ground.Options.Segments is null && FindsNumber(learner))
                {
                    Add(new(learner, values[place].With(Clusters, 0), ground.Seed), string.Join(", ", new[] { values[place].ToString(), "number=own" }.Where(text => text.Length > 0)), findsNumber: true);
                }
            }
        }

        return new(ground, [.. members])
        {
            Points = PointsOf(ground.Features(members[0].Learner)),
            All = methods,
            Names = settings.ToDictionary(own => own.Learner.Info.Title, own => own.Learner.Info.Name, StringComparer.Ordinal),
        };

        void Add(TaskMember member, string setting, bool findsNumber)
        {
            members.Add(member);
            methods.Add(new(member.Learner.Info.Title, setting, fit => Fit(ground, member, fit))
            {
                FindsNumber = findsNumber,
                MakesManyAtOnce = member.Learner is IFitsSeveral,
                Seconds = (rows, clusters) => member.Learner.Estimate(ground.Shape(member.Learner) with { Rows = rows }, member.Values.With(Clusters, clusters)).Seconds,
            });
        }
    }

    /// <summary>The member of a method with a number of segments; one that finds the number itself is left to find it again.</summary>
    public TaskMember Member(int method, int clusters) => All[method].FindsNumber ? _members[method] : _members[method] with { Values = _members[method].Values.With(Clusters, clusters) };

    /// <summary>A learner that finds the number of clusters itself says so by a 0 that it takes.</summary>
    private static bool FindsNumber(ILearner learner) => Spec(learner) is { Minimum: 0 };

    private static ParameterSpec? Spec(ILearner learner) => learner.Parameters.FirstOrDefault(spec => spec.Name == Clusters);

    private static int[][] Fit(TaskGround ground, TaskMember member, SegmentFit asked)
    {
        var features = ground.Features(member.Learner);
        var set = new TrainingSet(ground.Task, features.Take(asked.FitRows));
        ParameterValues[] settings = asked.Clusters.Count == 0 ? [member.Values] : [.. asked.Clusters.Select(count => member.Values.With(Clusters, count))];
        var context = ground.Context(asked.Seed);
        var fits = member.Learner is IFitsSeveral several
            ? several.FitSeveral(set, settings, context)
            : [.. settings.Select(values => member.Learner.Fit(set, values, context))];
        var rows = features.Take(asked.AssignRows);
        var labels = new int[fits.Count][];
        Parallel.For(0, labels.Length, new() { MaxDegreeOfParallelism = ground.Threads, CancellationToken = asked.Cancellation }, place => labels[place] = Labels((IAssignsClusters)fits[place].Form, rows));
        return labels;
    }

    private static int[] Labels(IAssignsClusters form, Table rows)
    {
        var labels = new int[rows.RowCount];
        form.Assign(rows, labels, new double[labels.Length], new double[labels.Length]);
        return labels;
    }

    /// <summary>Features as points.</summary>
    public static PointMatrix PointsOf(Table features)
    {
        NumberColumn[] columns = [.. features.Columns.OfType<NumberColumn>()];
        var values = new double[features.RowCount * columns.Length];
        for (var column = 0; column < columns.Length; column++)
        {
            var own = new double[features.RowCount];
            columns[column].Values.CopyTo(own);
            for (var row = 0; row < own.Length; row++)
            {
                values[(row * columns.Length) + column] = own[row];
            }
        }

        return new(values, columns.Length);
    }
}
