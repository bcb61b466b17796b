using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Abilities;
using Modelwright.Runtime.Forms.Anomalies.Blend;

namespace Modelwright.Tasks.Anomalies.Stability;

/// <summary>Detectors that were fitted again on a part of the rows, with the features of the whole.</summary>
internal sealed class HalfDetectors
{
    private readonly IReadOnlyList<FittedMember> _whole;
    private readonly IScoresAnomalies[] _forms;

    /// <summary>Fits them.</summary>
    /// <param name="ground">The rows.</param>
    /// <param name="whole">The detectors, fitted on all rows.</param>
    /// <param name="rows">The rows of the part.</param>
    public HalfDetectors(TaskGround ground, IReadOnlyList<FittedMember> whole, int[] rows)
    {
        _whole = whole;
        double[]? weights = ground.Weights is { } all ? Array.ConvertAll(rows, row => all[row]) : null;
        var parts = new Dictionary<Table, Table>(ReferenceEqualityComparer.Instance);
        _forms = [.. whole.Select(member =>
        {
            ground.Stop.ThrowIfCancellationRequested();
            if (!parts.TryGetValue(member.Features, out var part))
            {
                parts[member.Features] = part = member.Features.Take(rows);
            }

            return (IScoresAnomalies)member.Member.Learner.Fit(new TrainingSet(ground.Task, part) { Weights = weights }, member.Member.Values, ground.Context(member.Member.Seed)).Form;
        })];
    }

    /// <summary>How surprising each of some scores is among them, and what reads the surprises.</summary>
    /// <param name="scores">Detectors x rows.</param>
    public AnomalyBlendForm Blend(double[][] scores) => new([.. _forms.Select(form => (IForm)form)], [.. _forms.Select(_ => 1.0 / _forms.Length)], [.. scores.Select(some => SurpriseScale.Of(some))]);

    /// <summary>What each says of some rows of the whole.</summary>
    /// <param name="rows">0-based rows.</param>
    /// <returns>Detectors x rows.</returns>
    public double[][] Scores(int[] rows) =>
    [
        .. _forms.Select((form, place) =>
        {
            var scores = new double[rows.Length];
            form.Score(_whole[place].Features.Take(rows), scores);
            return scores;
        }),
    ];
}
