using Modelwright.Recording.Runs;

namespace Modelwright.Studio.Views;

/// <summary>How a run stands, in words.</summary>
internal static class RunWords
{
    internal static string Of(RunState state) => state switch
    {
        RunState.Running => "it trains",
        RunState.Unfinished => "it was ended before its end and can go on",
        RunState.Trained => "it is trained and its package is not saved",
        RunState.Done => "done",
        RunState.Stopped => "stopped, with the best model until then",
        _ => "failed",
    };
}
