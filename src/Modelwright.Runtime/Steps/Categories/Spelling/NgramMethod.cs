namespace Modelwright.Runtime.Steps.Categories.Spelling;

/// <summary>How <see cref="Ngrams"/> makes numbers of the runs of characters in a value.</summary>
public enum NgramMethod
{
    /// <summary>A column for each of the telling runs, weighted by how rare it is (tf-idf).</summary>
    Weights,

    /// <summary>The least of a number of hashes over all runs: values that share most runs share most of these numbers.</summary>
    MinHash,
}
