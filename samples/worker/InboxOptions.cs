namespace Modelwright.Samples.Worker;

/// <summary>Where files come in, and how often the worker looks.</summary>
public sealed class InboxOptions
{
    /// <summary>The folder that is looked at; made where it is not there. Default: 'inbox', against the folder that the worker runs in.</summary>
    public string Folder { get; set; } = "inbox";

    /// <summary>Time between two looks. Default: one second.</summary>
    public TimeSpan Pause { get; set; } = TimeSpan.FromSeconds(1);
}
