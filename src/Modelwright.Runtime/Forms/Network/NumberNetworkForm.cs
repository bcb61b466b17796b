using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Rows;
using Modelwright.Runtime.Formulas;

namespace Modelwright.Runtime.Forms.Network;

/// <summary>A network that answers a number: centre + spread x its output, held between two ends.</summary>
public sealed class NumberNetworkForm : IForm, IPredictsNumbers, IHasFormula, IAnswersValues
{
    internal const string Name = "number_network";
    private readonly NetworkScorer _scorer;
    private readonly NetworkRows.Answer _answer;

    /// <summary>Makes the form.</summary>
    /// <param name="network">A network with one output.</param>
    /// <param name="range">What makes a number of the output.</param>
    /// <exception cref="ArtifactException">Lengths disagree, a number is not finite, there is more than one output, or the ends are in the wrong order.</exception>
    public NumberNetworkForm(TableNetwork network, AnswerRange range)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(range);
        _scorer = new(Name, network);
        _answer = Numbers;
        if (_scorer.Outputs != 1)
        {
            throw new ArtifactException($"Form '{Name}' answers one number; the network has {_scorer.Outputs} outputs. Give it one.");
        }

        if (!double.IsFinite(range.Center) || !double.IsFinite(range.Spread) || !double.IsFinite(range.Lowest) || !double.IsFinite(range.Highest) || range.Lowest > range.Highest)
        {
            throw new ArtifactException($"The centre, the spread or an end of the answers of form '{Name}' is not finite, or the lowest is above the highest. Make the model again.");
        }

        (Network, Range) = (network, range);
        Info = new(Name, 1, network.Inputs) { Bytes = 4 * network.Floats };
    }

    /// <summary>The network.</summary>
    public TableNetwork Network { get; }

    /// <summary>What makes a number of the output.</summary>
    public AnswerRange Range { get; }

    /// <inheritdoc/>
    public FormInfo Info { get; }

    /// <inheritdoc/>
    public void Predict(Table rows, Span<double> output) => ValueRows.Answer(this, rows, output, 1);

    FormInputs IAnswersValues.Inputs => _scorer.Inputs;

    void IAnswersValues.Answer(ReadOnlySpan<double> values, Span<double> output) => NetworkRows.Fill(_scorer, values, output, 1, _answer);

    /// <inheritdoc/>
    public FormulaNode? Formula(FormulaColumns columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var builder = columns.Builder;
        return NetworkFormula.Scores(Network, columns) is { } score
            ? builder.Held(builder.Of(FormulaOperation.Add, builder.Constant(Range.Center), builder.Of(FormulaOperation.Multiply, builder.Constant(Range.Spread), score)), Range.Lowest, Range.Highest)
            : null;
    }

    /// <inheritdoc/>
    public void Write(IArtifactWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        NetworkRecord.Write(writer, Network);
        writer.Numbers("range", [Range.Center, Range.Spread, Range.Lowest, Range.Highest]);
    }

    internal static NumberNetworkForm Read(IArtifactReader reader)
    {
        var range = reader.Numbers("range");
        return range.Length == 4
            ? new(NetworkRecord.Read(reader), new(range[0], range[1], range[2], range[3]))
            : throw new ArtifactException($"Form '{Name}' has {range.Length} numbers for the range of its answers. Give 4: centre, spread, lowest and highest.");
    }

    private void Numbers(Span<double> scores, Span<double> answers)
    {
        for (var row = 0; row < answers.Length; row++)
        {
            answers[row] = Math.Clamp(Range.Center + (Range.Spread * scores[row]), Range.Lowest, Range.Highest);
        }
    }
}
