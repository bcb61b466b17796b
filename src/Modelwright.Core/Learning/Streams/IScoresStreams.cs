using Modelwright.Core.Artifacts;
using Modelwright.Core.Errors;

namespace Modelwright.Core.Learning.Streams;

/// <summary>
/// The ability to score the readings of a series one after another, each by what came before it and never by what comes after.
/// The form is immutable and shared; what is remembered of a series is a state of its own, so that one form serves any number
/// of series, and a series read in pieces is scored as if it were read at once.
/// </summary>
public interface IScoresStreams
{
    /// <summary>Begins a series.</summary>
    /// <returns>A state that has seen no reading.</returns>
    IStreamState Start();

    /// <summary>Scores a reading, then learns from it.</summary>
    /// <param name="state">What this form remembers of the series; changed.</param>
    /// <param name="time">Ticks (100 ns) since 0001-01-01; <see cref="Data.TimeColumn.Missing"/> where it is not known. A time before the last counts as the last.</param>
    /// <param name="values">One value an input, in order; NaN is missing, and an infinite value counts as missing.</param>
    /// <returns>How strange it is.</returns>
    StreamScore Read(IStreamState state, long time, ReadOnlySpan<double> values);

    /// <summary>Takes up a series where it was left.</summary>
    /// <param name="reader">The record that <see cref="IStreamState.Write"/> filled.</param>
    /// <returns>A state that goes on to the bit.</returns>
    /// <exception cref="ArtifactException">The record is not a state of this form, or not sound.</exception>
    IStreamState Resume(IArtifactReader reader);
}
