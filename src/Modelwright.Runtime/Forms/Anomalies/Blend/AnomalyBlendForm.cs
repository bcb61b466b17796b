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
public sealed class AnomalyBlendForm : IForm, IExplainsStrangeness
{
    internal const string Name = "anomaly_blend";

    /// <summary>Surprises beyond this differ by less than a double tells apart from 1.</summary>
    private const double MostSurprise = 36;

    private readonly IScoresAnomalies[] _members;
    private readonly int[][] _places;

    /// <summary>Makes the form.</summary>
    /// <param name="members">Forms that score how strange rows are.</param>
    /// <param name="weights">One a member, 0 or more, of sum 1.</param>
    /// <param name="scales">One a member: how surprising its scores are.</param>
    /// <exception cref="ArtifactException">A member answers something else, the weights are not shares, or a number is not sound.</exception>
    public AnomalyBlendForm(IReadOnlyList<IForm> members, double[] weights, IReadOnlyList<SurpriseScale> scales)
    {
        ArgumentNullException.ThrowIfNull(scales);
        _members = BlendMembers.Check<IScoresAnomalies>(Name, members, weights);
        if (scales.Count != members.Count)
        {
            throw new ArtifactException($"Form '{Name}' has {scales.Count} scales for {members.Count} members. Give one a member.");
        }

        foreach (var scale in scales)
        {
            scale.Check(Name);
        }

        (Members, Weights, Scales) = (members, weights, scales);
        Info = new(Name, 1, BlendMembers.Inputs(Name, members))
        {
            Bytes = members.Sum(member => member.Info.Bytes) + scales.Sum(scale => 16L * scale.Scores.Length),
            HoldsRows = members.Any(member => member.Info.HoldsRows),
        };
        _places = Places(members, Info.Inputs);
    }

    /// <summary>The detectors.</summary>
    public IReadOnlyList<IForm> Members { get; }

    /// <summary>One a member, of sum 1.</summary>
    public double[] Weights { get; }

    /// <summary>One a member: how surprising its scores are.</summary>
    public IReadOnlyList<SurpriseScale> Scales { get; }

    /// <inheritdoc/>
    public FormInfo Info { get; }

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

    /// <summary>The parts that the members tell, each counted by its member's share of the row's surprise; nothing of members that tell none.</summary>
    /// <param name="rows">The inputs by name.</param>
    /// <param name="output">Rows x inputs; a row's sum is its weighted mean of surprises, of the members that tell.</param>
    public void Strangeness(Table rows, Span<double> output)
    {
        ArgumentNullException.ThrowIfNull(rows);
        RowChunks.CheckLength(output, rows.RowCount, Info.Inputs.Count);
        output.Clear();
        var scores = new double[rows.RowCount];
        for (var member = 0; member < _members.Length; member++)
        {
            if (_members[member] is IExplainsStrangeness explains)
            {
                explains.Score(rows, scores);
                var parts = new double[rows.RowCount * Members[member].Info.Inputs.Count];
                explains.Strangeness(rows, parts);
                AddParts(member, scores, parts, output);
            }
        }
    }

    /// <inheritdoc/>
    public void Write(IArtifactWriter writer)
    {
        BlendMembers.Write(writer, Members, Weights);
        writer.Integers("knots", [.. Scales.Select(scale => scale.Scores.Length)]);
        writer.Numbers("scores", [.. Scales.SelectMany(scale => scale.Scores)]);
        writer.Numbers("surprises", [.. Scales.SelectMany(scale => scale.Surprises)]);
    }

    internal static AnomalyBlendForm Read(IArtifactReader reader, FormCatalog catalog)
    {
        var (members, weights) = BlendMembers.Read(reader, catalog);
        var (knots, scores, surprises) = (reader.Integers("knots"), reader.Numbers("scores"), reader.Numbers("surprises"));
        if (knots.Length != members.Count || SoundArrays.Total(knots) != scores.Length || scores.Length != surprises.Length)
        {
            throw new ArtifactException($"Form '{Name}' has {scores.Length} scores and {surprises.Length} surprises of {knots.Length} scales for {members.Count} members. They must agree; make the file again.");
        }

        var scales = new SurpriseScale[knots.Length];
        for (int member = 0, start = 0; member < knots.Length; start += knots[member++])
        {
            scales[member] = new(scores[start..(start + knots[member])], surprises[start..(start + knots[member])]);
        }

        return new(members, weights, scales);
    }

    private static void Add(ReadOnlySpan<double> scores, SurpriseScale scale, double weight, Span<double> output)
    {
        for (var row = 0; row < scores.Length; row++)
        {
            output[row] += weight * scale.Of(scores[row]);
        }
    }

    private void AddParts(int member, double[] scores, double[] parts, Span<double> output)
    {
        var places = _places[member];
        for (var row = 0; row < scores.Length; row++)
        {
            var own = parts.AsSpan(row * places.Length, places.Length);
            var sum = SoundArrays.Sum(own);
            var surprise = Weights[member] * Scales[member].Of(scores[row]);
            for (var place = 0; place < own.Length && sum > 0 && double.IsFinite(sum); place++)
            {
                output[(row * Info.Inputs.Count) + places[place]] += surprise * (own[place] / sum);
            }
        }
    }

    private static int[][] Places(IReadOnlyList<IForm> members, IReadOnlyList<FormInput> inputs)
    {
        var places = inputs.Select((input, place) => (input.Name, place)).ToDictionary(input => input.Name, input => input.place, StringComparer.Ordinal);
        return [.. members.Select(member => member.Info.Inputs.Select(input => places[input.Name]).ToArray())];
    }
}
