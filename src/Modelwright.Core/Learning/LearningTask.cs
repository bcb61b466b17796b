namespace Modelwright.Core.Learning;

/// <summary>What is asked of the data.</summary>
public enum LearningTask
{
    /// <summary>Which of two or more classes a row belongs to.</summary>
    Classification,

    /// <summary>Which number a row has.</summary>
    Regression,

    /// <summary>Which rows belong together.</summary>
    Clustering,

    /// <summary>Which rows are strange.</summary>
    Anomalies,

    /// <summary>How a series goes on.</summary>
    Forecasting,

    /// <summary>Which items a user wants.</summary>
    Recommendation,

    /// <summary>New rows, texts or images like those seen.</summary>
    Generation,

    /// <summary>What to do next.</summary>
    Control,
}
