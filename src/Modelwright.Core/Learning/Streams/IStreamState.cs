using Modelwright.Core.Artifacts;

namespace Modelwright.Core.Learning.Streams;

/// <summary>
/// What a form remembers of one series between readings. Bounded in size however long the series is; changed by every reading
/// and so used by one thread at a time. Made by <see cref="IScoresStreams.Start"/> or <see cref="IScoresStreams.Resume"/> and good for that form alone.
/// </summary>
public interface IStreamState
{
    /// <summary>Readings seen so far, 0 or more.</summary>
    long Readings { get; }

    /// <summary>Writes the state as data; <see cref="IScoresStreams.Resume"/> reads it back to the bit.</summary>
    /// <param name="writer">An empty record.</param>
    void Write(IArtifactWriter writer);
}
