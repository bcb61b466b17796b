using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Streams;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Forms.Anomalies.Streaming;

/// <summary>
/// Scores the readings of a series, one number or several at a time, by the past of that series alone. The score is about minus
/// the logarithm to base 10 of the chance of so strange a reading: 3 is one in a thousand readings. What is usual (level, time
/// of day, time of week) is learned from the series as it goes and lies in the state; the form holds the columns and the settings.
/// </summary>
/// <remarks>
/// Of several inputs the strangest one counts, less the logarithm of their number. The first 20 readings of an input score 0. An
/// input that is missing is neither judged nor learned. Values beyond 1e60 in size count as 1e60.
/// </remarks>
public sealed class StreamForm : IForm, IScoresStreams
{
    /// <summary>Readings of an input that are learned before one is judged.</summary>
    public const int FirstReadings = 20;

    internal const string Name = "stream";
    private const int MostInputs = 10_000;
    private const double Largest = 1e60;
    private const double ShareHeldBack = 0.2;
    private readonly double _fade;
    private readonly double _logOfInputs;

    /// <summary>Makes the form.</summary>
    /// <param name="inputs">Number columns of different names, 1 to 10,000.</param>
    /// <param name="settings">How readings are judged.</param>
    /// <exception cref="ArtifactException">Inputs or settings are not as they should be; the text lists all faults.</exception>
    public StreamForm(IReadOnlyList<FormInput> inputs, StreamSettings settings)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(settings);
        string[] faults = [.. Faults(inputs), .. settings.Faults()];
        if (faults.Length > 0)
        {
            throw new ArtifactException(string.Join('\n', faults));
        }

        Info = new(Name, 1, inputs);
        Settings = settings;
        _fade = settings.Rest == 0 ? 0 : PortableMath.Exp(-0.6931471805599453 / settings.Rest);
        _logOfInputs = PortableMath.Log(inputs.Count) / 2.302585092994046;
    }

    /// <inheritdoc/>
    public FormInfo Info { get; }

    /// <summary>How readings are judged.</summary>
    public StreamSettings Settings { get; }

    /// <inheritdoc/>
    public IStreamState Start() => new StreamState(Info.Inputs.Count);

    /// <inheritdoc/>
    public IStreamState Resume(IArtifactReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return StreamState.Read(reader, Info.Inputs.Count);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The state is not of this form, or the values are not one an input.</exception>
    public StreamScore Read(IStreamState state, long time, ReadOnlySpan<double> values)
    {
        if (state is not StreamState known || known.Inputs != Info.Inputs.Count)
        {
            throw new ArgumentException("The state is not of this form. Take one from Start or Resume.", nameof(state));
        }

        if (values.Length != Info.Inputs.Count)
        {
            throw new ArgumentException(FormattableString.Invariant($"There are {values.Length} values for {Info.Inputs.Count} inputs. Give one an input."), nameof(values));
        }

        var when = known.Clock.Next(time);
        var strangest = new StreamScore(0, -1, double.NaN);
        for (var input = 0; input < values.Length; input++)
        {
            if (double.IsFinite(values[input]))
            {
                var (score, sign, usual) = Read(known, input, Math.Clamp(values[input], -Largest, Largest), when);
                strangest = strangest.Input < 0 || score > strangest.Score ? new(score, input, usual) { Sign = sign } : strangest;
            }
        }

        known.Count();
        return strangest with { Score = Told(Math.Max(0, strangest.Score - _logOfInputs), ref known.Peak) };
    }

    /// <inheritdoc/>
    public void Write(IArtifactWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        InputRecord.Write(writer, Info.Inputs);
        Settings.Write(writer);
    }

    internal static StreamForm Read(IArtifactReader reader)
    {
        var (inputs, settings) = (InputRecord.Read(reader), StreamSettings.Read(reader));
        string[] faults = [.. settings.Faults()];
        return faults.Length == 0
            ? new(inputs, settings)
            : throw new ArtifactException($"{string.Join('\n', faults)} Make the file again, or fetch it again from where it was made.");
    }

    private (double Score, StreamSign Sign, double Usual) Read(StreamState state, int input, double value, StreamTime time)
    {
        var expectation = state.Expectation(input);
        var (usual, next) = expectation.At(time);
        var isFirst = double.IsNaN(next);
        var (score, sign) = state.Statistics(input, Settings).Judge(value, isFirst ? value : usual, isFirst ? value : next, time);
        expectation.Learn(value, time, Settings.Memory);
        return (double.IsFinite(score) ? score : 0, sign, next);
    }

    // Told in full where it is stranger than what the last anomalies, fading, still hold.
    private double Told(double score, ref double peak)
    {
        var told = Settings.Rest == 0 || score > peak ? score : ShareHeldBack * score;
        peak = Math.Max(score, peak * _fade);
        return told;
    }

    private static IEnumerable<string> Faults(IReadOnlyList<FormInput> inputs)
    {
        if (inputs.Count is 0 or > MostInputs)
        {
            yield return FormattableString.Invariant($"Form '{Name}' has {inputs.Count} inputs. Give it 1 to {MostInputs} number columns.");
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var input in inputs)
        {
            if (!names.Add(input.Name))
            {
                yield return $"Form '{Name}' names input '{input.Name}' twice. Name each input once.";
            }

            if (input.Type != ColumnType.Number)
            {
                yield return $"Form '{Name}' reads numbers; input '{input.Name}' is of type {input.Type.ToString().ToLowerInvariant()}. Turn it into a number by a step.";
            }
        }
    }
}
