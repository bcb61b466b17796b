using Microsoft.Extensions.Logging;

namespace Modelwright.Hosting.Reloading;

/// <summary>What is written to the log about packages.</summary>
internal static partial class ReloadLog
{
    [LoggerMessage(EventId = 1, EventName = "ModelLoaded", Level = LogLevel.Information, Message = "Model '{ModelName}' is loaded from {Path}: {ModelId}")]
    internal static partial void Loaded(ILogger logger, string modelName, string path, string modelId);

    [LoggerMessage(EventId = 2, EventName = "ModelReloaded", Level = LogLevel.Information, Message = "Model '{ModelName}' was loaded anew from {Path}: {ModelId}")]
    internal static partial void Reloaded(ILogger logger, string modelName, string path, string modelId);

    [LoggerMessage(EventId = 3, EventName = "ReloadRefused", Level = LogLevel.Warning, Message = "Model '{ModelName}' goes on as it was loaded; its package was refused ({Reason}): {Message}")]
    internal static partial void Refused(ILogger logger, string modelName, string reason, string message);

    [LoggerMessage(EventId = 4, EventName = "ModelNotLoaded", Level = LogLevel.Error, Message = "Model '{ModelName}' is not loaded ({Reason}): {Message}")]
    internal static partial void NotLoaded(ILogger logger, string modelName, string reason, string message);
}
