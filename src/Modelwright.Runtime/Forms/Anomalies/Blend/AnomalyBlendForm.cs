using System.Buffers;
using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Abilities;
using Modelwright.Runtime.Forms.Blend;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Forms.Anomalies.Blend;

/// <summary>
/// Several detectors as one. Each member's score is brought to the scale of surprise by its own training scores, and the score is 1 - e^(-s) of
/// their weighted mean s: 0.9 is as strange as the strangest tenth of the training rows, 0.999 as the strangest thousandth, if all members agree.
/// </summary>
public sealed class AnomalyBlendForm : IForm, IScoresAnomalies
{
    internal const string Name = "anomaly_blend";

    /// <summary>Surprises beyond this differ by less than a double tells apart from 1.</summary>
    private const double MostSurprise = 36;

    private static readonly IReadOnlyList<AnswerColumn> Columns =
    [
        new("score", AnswerColumnKind.Number, "How strange the row is, from 0 to 1; 0.99 is as strange as the strangest hundredth of the training rows."),
        new("anomaly", AnswerColumnKind.Flag, "Whether the score is at or above the threshold."),
    ];

    private readonly IScoresAnomalies[] _members;

    /// <summary>Makes the form.</summary>
    /// <param name="members">Forms that score how strange rows are.</param>
    /// <param name="weights">One a member, 0 or more, of sum 1.</param>
    /// <param name="scales">One a member: how surprising its scores are.</param>
    /// <param name="rule">From which score on a row is an anomaly.</param>
    /// <exception cref="ArtifactException">A member answers something else, the weights are not shares, or a number is not sound.</exception>
    public AnomalyBlendForm(IReadOnlyList<IForm> members, double[] weights, IReadOnlyList<SurpriseScale> scales, AnomalyRule rule)
    {
        ArgumentNullException.ThrowIfNull(scales);
        ArgumentNullException.ThrowIfNull(rule);
        _members = BlendMembers.Check<IScoresAnomalies>(Name, members, weights);
        if (scales.Count != members.Count)
        {
            throw new ArtifactException($"Form '{Name}' has {scales.Count} scales for {members.Count} members. Give one a member.");
        }

        foreach (var scale in scales)
        {
            scale.Check(Name);
        }

        rule.Check(Name);
        (Members, Weights, Scales, Rule) = (members, weights, scales, rule);
        Info = new(Name, 1, BlendMembers.Inputs(Name, members))
        {
            Bytes = members.Sum(member => member.Info.Bytes) + scales.Sum(scale => 16L * scale.Scores.Length),
            HoldsRows = members.Any(member => member.Info.HoldsRows),
        };
    }

    /// <summary>The detectors.</summary>
    public IReadOnlyList<IForm> Members { get; }

    /// <summary>One a member, of sum 1.</summary>
    public double[] Weights { get; }

    /// <summary>One a member: how surprising its scores are.</summary>
    public IReadOnlyList<SurpriseScale> Scales { get; }

    /// <summary>From which score on a row is an anomaly.</summary>
    public AnomalyRule Rule { get; }

    /// <inheritdoc/>
    public FormInfo Info { get; }

    /// <inheritdoc/>
    public IReadOnlyList<AnswerColumn> Answers => Columns;

    /// <summary>The score of a weighted mean of surprises.</summary>
    /// <param name="surprise">0 or more.</param>
    /// <returns>From 0 to below 1.</returns>
    public static double ScoreOf(double surprise) => 1 - PortableMath.Exp(-Math.Min(surprise, MostSurprise));

    /// <inheritdoc/>
    public void Score(Table rows, Span<double> output)
    {
        ArgumentNullException.ThrowIfNull(rows);
        RowChunks.CheckLength(output, rows.RowCount, 1);
        output.Clear();
        var rented = ArrayPool<double>.Shared.Rent(output.Length);
        try
        {
            for (var member = 0; member < _members.Length; member++)
            {
                var scores = rented.AsSpan(0, output.Length);
                _members[member].Score(rows, scores);
                Add(scores, Scales[member], Weights[member], output);
            }
        }
        finally
        {
            ArrayPool<double>.Shared.Return(rented);
        }

        foreach (ref var score in output)
        {
            score = ScoreOf(score);
        }
    }

    /// <inheritdoc/>
    public void Answer(Table rows, Span<double> output)
    {
        ArgumentNullException.ThrowIfNull(rows);
        RowChunks.CheckLength(output, rows.RowCount, Columns.Count);
        var rented = ArrayPool<double>.Shared.Rent(rows.RowCount);
        try
        {
            var scores = rented.AsSpan(0, rows.RowCount);
            Score(rows, scores);
            for (var row = 0; row < scores.Length; row++)
            {
                output[row * Columns.Count] = scores[row];
                output[(row * Columns.Count) + 1] = scores[row] >= Rule.Threshold ? 1 : 0;
            }
        }
        finally
        {
            ArrayPool<double>.Shared.Return(rented);
        }
    }

    /// <inheritdoc/>
    public void Write(IArtifactWriter writer)
    {
        BlendMembers.Write(writer, Members, Weights);
        writer.Integers("knots", [.. Scales.Select(scale => scale.Scores.Length)]);
        writer.Numbers("scores", [.. Scales.SelectMany(scale => scale.Scores)]);
        writer.Numbers("surprises", [.. Scales.SelectMany(scale => scale.Surprises)]);
        writer.Numbers("rule", [Rule.Threshold, Rule.Share, Rule.Low, Rule.High]);
    }

    internal static AnomalyBlendForm Read(IArtifactReader reader, FormCatalog catalog)
    {
        var (members, weights) = BlendMembers.Read(reader, catalog);
        var (knots, scores, surprises, rule) = (reader.Integers("knots"), reader.Numbers("scores"), reader.Numbers("surprises"), reader.Numbers("rule"));
        if (rule.Length != 4 || knots.Length != members.Count || SoundArrays.Total(knots) != scores.Length || scores.Length != surprises.Length)
        {
            throw new ArtifactException($"Form '{Name}' has {scores.Length} scores and {surprises.Length} surprises of {knots.Length} scales for {members.Count} members, and a rule of {rule.Length} numbers. They must agree; make the file again.");
        }

        var scales = new SurpriseScale[knots.Length];
        for (int member = 0, start = 0; member < knots.Length; start += knots[member++])
        {
            scales[member] = new(scores[start..(start + knots[member])], surprises[start..(start + knots[member])]);
        }

        return new(members, weights, scales, new(rule[0], rule[1], rule[2], rule[3]));
    }

    private static void Add(ReadOnlySpan<double> scores, SurpriseScale scale, double weight, Span<double> output)
    {
        for (var row = 0; row < scores.Length; row++)
        {
            output[row] += weight * scale.Of(scores[row]);
        }
    }
}
