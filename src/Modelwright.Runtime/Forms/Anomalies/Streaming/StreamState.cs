using Modelwright.Core.Artifacts;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning.Streams;

namespace Modelwright.Runtime.Forms.Anomalies.Streaming;

/// <summary>The state of one series: a number of numbers that depends on the number of inputs alone.</summary>
internal sealed class StreamState : IStreamState
{
    private const int Scalars = 2;
    private const int VariableSize = SeriesExpectation.Size + StreamStatistics.Size;

    // Beyond it squares and fourth powers would leave the range of a double.
    private const double Largest = 1e125;
    private readonly double[] _numbers;

    internal StreamState(int inputs)
        : this(new double[Scalars + StreamClock.Size + (inputs * VariableSize)])
    {
    }

    private StreamState(double[] numbers) => _numbers = numbers;

    /// <inheritdoc/>
    public long Readings => (long)_numbers[0];

    /// <summary>What the last anomalies hold back.</summary>
    internal ref double Peak => ref _numbers[1];

    internal int Inputs => (_numbers.Length - Scalars - StreamClock.Size) / VariableSize;

    internal StreamClock Clock => new(_numbers.AsSpan(Scalars, StreamClock.Size));

    internal void Count() => _numbers[0]++;

    internal SeriesExpectation Expectation(int input) => new(Variable(input)[..SeriesExpectation.Size]);

    internal StreamStatistics Statistics(int input, StreamSettings settings) => new(Variable(input)[SeriesExpectation.Size..], settings);

    /// <inheritdoc/>
    public void Write(IArtifactWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Numbers("stream", _numbers);
    }

    internal static StreamState Read(IArtifactReader reader, int inputs)
    {
        var numbers = reader.Numbers("stream");
        var state = new StreamState(inputs);
        if (numbers.Length != state._numbers.Length)
        {
            throw new ArtifactException(FormattableString.Invariant($"The state of the series holds {numbers.Length} numbers; this model of {inputs} inputs needs {state._numbers.Length}. Give the state that this model wrote, or start the series again."));
        }

        var unsound = Array.FindIndex(numbers, number => !(Math.Abs(number) <= Largest));
        if (unsound < 0)
        {
            unsound = Array.FindIndex(numbers, 0, Scalars + StreamClock.Size, number => number < 0);
        }

        return unsound < 0
            ? new(numbers)
            : throw new ArtifactException(FormattableString.Invariant($"The state of the series holds {numbers[unsound]} at place {unsound}, which no series leaves there. Give the state that this model wrote, or start the series again."));
    }

    private Span<double> Variable(int input) => _numbers.AsSpan(Scalars + StreamClock.Size + (input * VariableSize), VariableSize);
}
