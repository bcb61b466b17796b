using Modelwright.Core.Learning;
using Modelwright.Recording;
using Modelwright.Runtime.Forms.Anomalies.Blend;
using Modelwright.Runtime.Forms.Anomalies.Labelled;
using Modelwright.Runtime.Forms.Anomalies.Streaming.Verdict;
using Modelwright.Runtime.Forms.Anomalies.Verdict;
using Modelwright.Runtime.Forms.Blend;
using Modelwright.Runtime.Forms.Calibrated;
using Modelwright.Runtime.Forms.Clusters.Named;
using Modelwright.Runtime.Forms.Pipelines;
using Modelwright.Runtime.Forms.Stack;
using Modelwright.Runtime.Steps;

namespace Modelwright.Features;

/// <summary>Follows every feature of a model back to the columns of the data, through blends, pipelines and steps.</summary>
internal static class FeatureLineage
{
    /// <summary>The features by their columns, in the order in which they are met.</summary>
    internal static IReadOnlyList<EvidenceFeatures> Of(IForm form)
    {
        var groups = new OrderedDictionary<string, (IReadOnlyList<string> Columns, OrderedDictionary<string, bool> Names)>(StringComparer.Ordinal);
        foreach (var (name, columns) in Walk(form, new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)))
        {
            var key = PlanKey.Names(columns);
            if (!groups.TryGetValue(key, out var group))
            {
                groups.Add(key, group = (columns, new(StringComparer.Ordinal)));
            }

            group.Names.TryAdd(name, true);
        }

        return [.. groups.Values.Select(group => new EvidenceFeatures(group.Columns, [.. group.Names.Keys]))];
    }

    private static IEnumerable<(string Name, IReadOnlyList<string> Columns)> Walk(IForm form, IReadOnlyDictionary<string, IReadOnlyList<string>> origins) => form switch
    {
        SteppedForm pipeline => Walk(pipeline.Form, StepOrigins.Of(pipeline.Steps, origins)),
        NamedClustersForm named => Walk(named.Form, origins),
        StreamVerdictForm verdict => Walk(verdict.Form, origins),
        AnomalyVerdictForm verdict => Walk(verdict.Form, origins),
        ClassCalibratedForm calibrated => Walk(calibrated.Form, origins),
        LabelledAnomalyForm labelled => labelled.Classifiers.Prepend(labelled.Detectors).SelectMany(member => Walk(member, origins)),
        AnomalyBlendForm blend => blend.Members.SelectMany(member => Walk(member, origins)),
        ClassBlendForm blend => blend.Members.SelectMany(member => Walk(member, origins)),
        ClassStackForm stack => Walk(stack.Members, stack.Second, origins),
        NumberStackForm stack => Walk(stack.Members, stack.Second, origins),
        NumberBlendForm blend => blend.Members.SelectMany(member => Walk(member, origins)),
        _ => form.Info.Inputs.Select(input => (input.Name, origins.TryGetValue(input.Name, out var columns) ? columns : [input.Name])),
    };

    /// <summary>An answer of the first layer is no feature of a column: it comes from all that its member reads, which is listed already.</summary>
    private static IEnumerable<(string Name, IReadOnlyList<string> Columns)> Walk(IReadOnlyList<IForm> members, IForm second, IReadOnlyDictionary<string, IReadOnlyList<string>> origins) => members
        .SelectMany(member => Walk(member, origins))
        .Concat(Walk(second, origins).Where(feature => !feature.Columns.Any(column => column.StartsWith(StackColumns.Prefix, StringComparison.Ordinal))));
}
