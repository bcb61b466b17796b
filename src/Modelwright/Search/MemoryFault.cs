namespace Modelwright.Search;

/// <summary>Tells a fit for which memory did not suffice from one that went wrong.</summary>
internal static class MemoryFault
{
    /// <summary>What a person is told of a fit that was given up.</summary>
    public const string Text = "It would have taken more memory than the run may use. Give more with --memory, or leave columns out.";

    /// <summary>Whether memory did not suffice; threads of a fit report their faults together.</summary>
    public static bool Is(Exception fault) =>
        fault is OutOfMemoryException || (fault is AggregateException all && all.Flatten().InnerExceptions.All(inner => inner is OutOfMemoryException));
}
