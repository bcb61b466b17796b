namespace Modelwright.Cli.Hosting;

/// <summary>What a call ends with; scripts depend on these numbers.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Done, but the answer is no.</summary>
    public const int AnswerIsNo = 1;

    /// <summary>The call or the data is wrong.</summary>
    public const int CallIsWrong = 2;

    /// <summary>A fault of this program.</summary>
    public const int Fault = 3;
}
