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
/// the weighted mean s of those that are most surprised: 0.9 is as strange as the strangest tenth of the training rows, 0.999 as the strangest thousandth, if all members agree.
/// </summary>
public sealed class AnomalyBlendForm : IForm, IExplainsStrangeness
{
    internal const string Name = "anomaly_blend";

    /// <summary>Surprises beyond this differ by less than a double tells apart from 1.</summary>
    private const double MostSurprise = 36;

    /// <summary>Surprises that are held at once.</summary>
    private const int MostRoom = 1 << 20;

    private readonly IScoresAnomalies[] _members;
    private readonly int[][] _places;

    /// <summary>Makes the form.</summary>
    /// <param name="members">Forms that score how strange rows are.</param>
    /// <param name="weights">One a member, 0 or more, of sum 1.</param>
    /// <param name="scales">One a member: how surprising its scores are.</param>
    /// <param name="foremost">The share of the weight that counts, of the members that a row surprises most: above 0 and at most 1, which is all.</param>
    /// <exception cref="ArtifactException">A member answers something else, the weights are not shares, or a number is not sound.</exception>
    public AnomalyBlendForm(IReadOnlyList<IForm> members, double[] weights, IReadOnlyList<SurpriseScale> scales, double foremost = 1)
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

        if (!(foremost > 0 && foremost <= 1))
        {
            throw new ArtifactException(FormattableString.Invariant($"Form '{Name}' counts the share {foremost} of its weight. Give one above 0 and at most 1."));
        }

        (Members, Weights, Scales, Foremost) = (members, weights, scales, foremost);
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

    /// <summary>The share of the weight that counts, of the members that a row surprises most.</summary>
    public double Foremost { get; }

    /// <inheritdoc/>
    public FormInfo Info { get; }

    /// <summary>The weighted mean of the surprises that are highest, of all weight a share.</summary>
    /// <param name="surprises">One a member, 0 or more.</param>
    /// <param name="weights">One a member, 0 or more, of sum 1.</param>
    /// <param name="foremost">The share: above 0 and at most 1.</param>
    /// <returns>0 or more.</returns>
    public static double Together(ReadOnlySpan<double> surprises, ReadOnlySpan<double> weights, double foremost) => ForemostMean.Of(surprises, weights, foremost);

    /// <summary>The score of a weighted mean of surprises.</summary>
    /// <param name="surprise">0 or more.</param>
    /// <returns>From 0 to below 1.</returns>
    public static double ScoreOf(double surprise) => 1 - PortableMath.Exp(-Math.Min(surprise, MostSurprise));

    /// <inheritdoc/>
    public void Score(Table rows, Span<double> output)
    {
        ArgumentNullException.ThrowIfNull(rows);
        RowChunks.CheckLength(output, rows.RowCount, 1);
        var together = Math.Max(1, MostRoom / _members.Length);
        var surprises = new double[Math.Min(together, output.Length) * _members.Length];
        var start = 0;
        do
        {
            var scores = output.Slice(start, Math.Min(together, output.Length - start));
            Surprises(scores.Length == output.Length ? rows : rows.Take([.. Enumerable.Range(start, scores.Length)]), scores, surprises);
            for (var row = 0; row < scores.Length; row++)
            {
                scores[row] = ScoreOf(ForemostMean.Of(surprises.AsSpan(row * _members.Length, _members.Length), Weights, Foremost));
            }

            start += scores.Length;
        }
        while (start < output.Length);
    }

    /// <summary>The parts that the members tell, each counted by what its member gives to the row's surprise; nothing of members that tell none.</summary>
    /// <param name="rows">The inputs by name.</param>
    /// <param name="output">Rows x inputs; a row's sum is its surprise, of the members that tell.</param>
    public void Strangeness(Table rows, Span<double> output)
    {
        ArgumentNullException.ThrowIfNull(rows);
        RowChunks.CheckLength(output, rows.RowCount, Info.Inputs.Count);
        output.Clear();
        var surprises = new double[rows.RowCount * _members.Length];
        Surprises(rows, new double[rows.RowCount], surprises);
        var given = new double[surprises.Length];
        for (var start = 0; start < given.Length; start += _members.Length)
        {
            ForemostMean.Of(surprises.AsSpan(start, _members.Length), Weights, Foremost, given.AsSpan(start, _members.Length));
        }

        for (var member = 0; member < _members.Length; member++)
        {
            if (_members[member] is IExplainsStrangeness explains)
            {
                var parts = new double[rows.RowCount * Members[member].Info.Inputs.Count];
                explains.Strangeness(rows, parts);
                AddParts(member, given, parts, output);
            }
        }
    }

    /// <inheritdoc/>
    public void Write(IArtifactWriter writer)
    {
        BlendMembers.Write(writer, Members, Weights);
        writer.Number("foremost", Foremost);
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

        return new(members, weights, scales, reader.Number("foremost"));
    }

    /// <summary>Rows x members.</summary>
    private void Surprises(Table rows, Span<double> scores, Span<double> surprises)
    {
        for (var member = 0; member < _members.Length; member++)
        {
            _members[member].Score(rows, scores);
            for (var row = 0; row < scores.Length; row++)
            {
                surprises[(row * _members.Length) + member] = Scales[member].Of(scores[row]);
            }
        }
    }

    private void AddParts(int member, double[] given, double[] parts, Span<double> output)
    {
        var places = _places[member];
        for (var row = 0; row * _members.Length < given.Length; row++)
        {
            var own = parts.AsSpan(row * places.Length, places.Length);
            var sum = SoundArrays.Sum(own);
            var surprise = given[(row * _members.Length) + member];
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
